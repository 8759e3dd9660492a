import type { Generation } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import { costText, endedText } from './ended-text.ts'

function ended(part: Partial<Generation>): Generation {
  return { status: 'failed', credits: { held: 0, spent: 0, released: 5 }, ...part } as Generation
}

describe('how a generation ended', () => {
  it('says that nothing was charged only when the ledger spent nothing', () => {
    const error = { code: 'provider_timeout', detail: 'The image service did not answer.' } as const
    expect(endedText(ended({ error }))).toBe(
      'The image service did not answer. Nothing was charged.',
    )
    expect(endedText(ended({ error, credits: { held: 0, spent: 5, released: 15 } }))).toBe(
      'The image service did not answer. 5 credits were charged.',
    )
  })

  it('says what was paid and what came back', () => {
    expect(costText(ended({ credits: { held: 0, spent: 15, released: 5 } }))).toBe(
      '15 credits, 5 given back',
    )
    expect(costText(ended({ credits: { held: 0, spent: 5, released: 0 } }))).toBe('5 credits')
    expect(costText(ended({}))).toBe('not charged')
  })
})
