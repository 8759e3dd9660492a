import type { Credits } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import { afford } from './afford.ts'

const resetsAt = '2026-12-14T09:20:00Z'

function having(available: number, held = 0, paused = false): Credits {
  return {
    plan: 'free',
    allowance: 400,
    balance: available + held,
    available,
    held,
    spent: 0,
    resetsAt,
    cycle: { start: '2026-11-14T09:20:00Z', end: resetsAt },
    paused,
    grants: [],
  }
}

describe('what a price leaves', () => {
  it('counts what is available, not what is set aside', () => {
    expect(afford(5, having(365, 10))).toEqual({ kind: 'leaves', credits: 360 })
    expect(afford(5, having(5))).toEqual({ kind: 'leaves', credits: 0 })
    expect(afford(5, having(2, 100))).toEqual({ kind: 'short', by: 3, resetsAt })
  })

  it('says of a pause also where the price is nothing', () => {
    expect(afford(0, having(0))).toEqual({ kind: 'free' })
    expect(afford(0, having(0, 0, true))).toEqual({ kind: 'paused', resetsAt })
  })

  it('knows nothing without a price or a balance', () => {
    expect(afford(undefined, having(5))).toEqual({ kind: 'unknown' })
    expect(afford(5, undefined)).toEqual({ kind: 'unknown' })
  })
})
