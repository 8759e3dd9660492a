import type { Credits, Grant } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import { balanceSentence } from './balance-sentence.ts'

const endsAt = '2026-12-14T09:20:00.000Z'

function grant(kind: Grant['kind'], available: number, ends = endsAt): Grant {
  return {
    id: kind,
    kind,
    amount: 400,
    available,
    held: 0,
    spent: 400 - available,
    expired: 0,
    startsAt: '2026-11-14T09:20:00.000Z',
    endsAt: ends,
  }
}

function credits(balance: number, grants: Grant[]): Credits {
  return {
    plan: 'free',
    allowance: 400,
    balance,
    available: balance,
    held: 0,
    spent: 35,
    resetsAt: endsAt,
    cycle: { start: '2026-11-14T09:20:00.000Z', end: endsAt },
    paused: false,
    grants,
  }
}

describe('the sentence of the billing page', () => {
  it('counts what came back with a late payment as the month’s', () => {
    const grants = [grant('allowance', 0), grant('plan', 310)]
    expect(balanceSentence(credits(310, grants), 'Europe/London')).toBe(
      'You have 310 of 400 credits until 14\u00a0December, 09:20\u00a0GMT.',
    )
  })

  it('names balance, allowance, and the reset with its zone', () => {
    expect(balanceSentence(credits(365, [grant('allowance', 365)]), 'Europe/London')).toBe(
      'You have 365 of 400 credits until 14\u00a0December, 09:20\u00a0GMT.',
    )
  })

  it('tells apart what was given besides', () => {
    const more = grant('make_good', 15, '2027-01-03T10:00:00.000Z')
    expect(balanceSentence(credits(380, [grant('allowance', 365), more]), 'Europe/London')).toBe(
      'You have 365 of 400 credits until 14\u00a0December, 09:20\u00a0GMT, and 15 more until 3\u00a0January, 10:00\u00a0GMT.',
    )
  })

  it('tells apart what was paid for before an upgrade', () => {
    const before = grant('allowance', 20, '2026-12-01T10:00:00.000Z')
    expect(balanceSentence(credits(420, [before, grant('allowance', 400)]), 'UTC')).toContain(
      'You have 400 of 400 credits until 14\u00a0December, 09:20\u00a0UTC, and 20 more until 1\u00a0December',
    )
  })
})
