import type { Billing, Credits, Plan } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import { nextText, planMove, planMoveText } from './plan-move.ts'

function plan(id: Plan['id'], credits: number, amount: number, more: Partial<Plan> = {}): Plan {
  return {
    id,
    name: `${id[0]?.toUpperCase()}${id.slice(1)}`,
    credits,
    price: { amount, currency: 'GBP' },
    brands: { personal: 1, business: 1 },
    watermark: false,
    pausesAtZero: false,
    team: false,
    ...more,
  }
}
const free = plan('free', 400, 0, { watermark: true, pausesAtZero: true })
const business = plan('business', 1500, 2900)
const team = plan('team', 4000, 9500, { brands: { personal: 1, business: 5 } })
const subscription = (
  changes: Partial<NonNullable<Billing['subscription']>> = {},
): NonNullable<Billing['subscription']> => ({
  plan: 'business',
  standing: 'good',
  period: { start: '2126-11-14T09:20:00Z', end: '2126-12-14T09:20:00Z' },
  next: { plan: 'business', at: '2126-12-14T09:20:00Z', price: business.price },
  card: null,
  payUrl: null,
  ...changes,
})
const left = (allowance: number) =>
  ({
    grants: [
      { kind: 'allowance', available: allowance },
      { kind: 'granted', available: 25 },
    ],
  }) as Credits
const credits = left(120)
const words = (...facts: Parameters<typeof planMoveText>) => planMoveText(...facts).join(' ')

describe('what a change of plan does', () => {
  it('from Free: paid now, the free credits end, the mark goes', () => {
    expect(planMove(free, business)).toBe('upgrade')
    const text = words({ from: free, to: business, subscription: null, credits })
    expect(text).toContain('You pay £29 now')
    expect(text).toContain('1,500 credits')
    expect(text).toContain('free credits (120) ends')
    expect(text).toContain('#Rheos mark goes')
  })

  it('says nothing of credits that are used up', () => {
    const text = words({ from: free, to: business, subscription: null, credits: left(0) })
    expect(text).not.toContain('What is left')
  })

  it('between paid plans: what was paid for stays, and no mark is spoken of', () => {
    const text = words({ from: business, to: team, subscription: subscription(), credits })
    expect(text).toContain('paid for (120) stays until 14 December 2126')
    expect(text).not.toContain('mark')
  })

  it('down and away: nothing until the end of the period', () => {
    const down = words({ from: team, to: business, subscription: subscription(), credits })
    expect(down).toContain('Nothing changes until 14 December 2126: you keep Team')
    expect(down).toContain('room for 1 business brand.')
    const away = words({ from: business, to: free, subscription: subscription(), credits })
    expect(away).toContain('You keep Business and its credits until 14 December 2126')
    expect(away).toContain('400 credits a month, and AI pauses')
    expect(away).toContain('#Rheos mark')
  })

  it('says what follows', () => {
    const plans = [free, business, team]
    const next = { at: '2126-12-14T09:20:00Z', price: business.price }
    expect(nextText(subscription(), plans)).toBe('Renews on 14 December 2126. Next invoice: £29.')
    expect(
      nextText(subscription({ plan: 'team', next: { ...next, plan: 'business' } }), plans),
    ).toBe('Becomes Business on 14 December 2126. Next invoice: £29.')
    expect(nextText(subscription({ next: { ...next, plan: 'free' } }), plans)).toContain(
      'Ends on 14 December 2126, then Free.',
    )
    expect(nextText(subscription({ standing: 'payment_failed' }), plans)).toContain('is open')
  })
})
