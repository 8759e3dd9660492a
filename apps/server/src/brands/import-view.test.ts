import { describe, expect, it } from 'vitest'
import { aBrand } from '../../test/brands/a-brand.ts'
import type { GenerationRecord } from '../generation/generation-record.ts'
import type { BrandRecord } from './brand-view.ts'
import type { ImportResult, StoredFinding } from './import-result.ts'
import { importView } from './import-view.ts'

const found = { confidence: 0.8, evidence: [] }
const logo = {
  key: 'w/imports/g/0-abc',
  mediaType: 'image/png',
  width: 9,
  height: 9,
  bytes: 3,
  source: 'img',
}

function record(given: Partial<GenerationRecord>): GenerationRecord {
  return {
    workspaceId: 'w',
    id: 'g',
    kind: 'import',
    status: 'succeeded',
    request: { url: 'hearth.example' },
    brandId: 'b',
    memberId: 'm',
    ordered: 1,
    delivered: 1,
    held: 20,
    spent: 20,
    released: 0,
    progress: null,
    result: null,
    errorCode: null,
    errorDetail: null,
    note: null,
    cancelRequestedAt: null,
    createdAt: 0,
    startedAt: 0,
    endedAt: 0,
    ...given,
  }
}

function comparison(finding: StoredFinding, brand: BrandRecord, logoKey: string | null = null) {
  const result: ImportResult = {
    address: 'https://hearth.example/',
    pages: [],
    findings: [finding],
  }
  const view = importView(record({ result }), new Map(), { brand, logoKey })
  return view.findings[0]?.comparison
}

describe('how a finding compares with the brand as it stands', () => {
  const tone: StoredFinding = { field: 'tone', value: ['warm'], ...found }
  it.each([
    ['new', aBrand()],
    ['same', aBrand({ tone: ['warm'], origins: { tone: 'hand' } })],
    ['differs', aBrand({ tone: ['cold'], origins: { tone: 'import' } })],
    ['hand_edited', aBrand({ tone: ['cold'], origins: { tone: 'hand' } })],
  ])('%s', (expected, brand) => {
    expect(comparison(tone, brand)).toBe(expected)
  })

  it('a name that nobody gave is nothing to differ from', () => {
    const name: StoredFinding = { field: 'name', value: 'Hearth', ...found }
    expect(comparison(name, aBrand({ name: 'hearth.example' }))).toBe('new')
  })

  it('a logo is the same when its picture is', () => {
    const finding: StoredFinding = { field: 'logo', value: [logo], ...found }
    const brand = aBrand({ logoAssetId: 'a', origins: { logo: 'import' } })
    expect(comparison(finding, brand, 'w/imports/earlier/2-abc')).toBe('same')
    expect(comparison(finding, brand, 'w/imports/earlier/0-def')).toBe('differs')
  })
})

describe('an import', () => {
  it('shows its pages while it runs, and no finding', () => {
    const pages = [{ url: 'https://hearth.example/', title: '', state: 'reading' }]
    const progress = { done: 0, total: 8, message: 'Reading hearth.example', detail: pages }
    const view = importView(
      record({ status: 'running', progress, endedAt: null, spent: 0 }),
      new Map(),
      undefined,
    )
    expect(view).toMatchObject({ url: 'hearth.example', pages, findings: [], endedAt: null })
    expect(view.message).toBe('Reading hearth.example')
  })

  it('that failed says why, with the pages it got to', () => {
    const failed = record({
      status: 'failed',
      errorCode: 'site_unreachable',
      errorDetail: 'The website did not answer.',
      spent: 0,
    })
    expect(importView(failed, new Map(), undefined)).toMatchObject({
      message: 'The website did not answer.',
      error: { code: 'site_unreachable', detail: 'The website did not answer.' },
    })
  })
})
