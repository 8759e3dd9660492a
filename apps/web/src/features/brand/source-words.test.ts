import type { BrandSource } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import { sourceFacts } from './source-words.ts'

const source: BrandSource = {
  id: 's',
  brandId: 'b',
  kind: 'document',
  title: 'About us',
  state: 'ready',
  address: null,
  fileName: 'about.pdf',
  pages: 1,
  characters: 6000,
  words: 1204,
  cut: false,
  beginning: 'We bake.',
  addedBy: 'Ada',
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
}

describe('sourceFacts', () => {
  it.each([
    [{}, 'Document, 1 page, 1,204 words'],
    [{ kind: 'text', pages: null, words: 1 } as const, 'Pasted text, 1 word'],
    [{ cut: true, pages: 300 }, 'Document, 300 pages, 1,204 words, the beginning of it'],
  ])('%j', (given, facts) => {
    expect(sourceFacts({ ...source, ...given })).toBe(facts)
  })
})
