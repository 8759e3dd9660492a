import type { Generation } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import { generationNotice } from './generation-notice.ts'

const failed = {
  kind: 'image',
  status: 'failed',
  assets: [],
  credits: { held: 0, spent: 0, released: 5 },
  error: { code: 'provider_failed', detail: 'The image service did not answer.' },
} as const satisfies Partial<Generation>

describe('the notice of a generation that ended', () => {
  it('says that nothing was charged only when the ledger says so', () => {
    expect(generationNotice(failed)?.description).toBe(
      'The image service did not answer. Nothing was charged.',
    )
    const charged = { ...failed, credits: { held: 0, spent: 5, released: 0 } }
    expect(generationNotice(charged)?.description).toBe('The image service did not answer.')
    const unsettled = { ...failed, credits: { held: 5, spent: 0, released: 0 } }
    expect(generationNotice(unsettled)?.description).toBe('The image service did not answer.')
  })

  it('passes on what was delivered short', () => {
    const partial = { ...failed, status: 'succeeded', note: '3 of 4 came.' } as const
    expect(generationNotice(partial)).toMatchObject({ description: '3 of 4 came.' })
  })

  it('is silent on what was cancelled and on writing', () => {
    expect(generationNotice({ ...failed, status: 'cancelled' })).toBeUndefined()
    expect(generationNotice({ ...failed, kind: 'writing' })).toBeUndefined()
  })
})
