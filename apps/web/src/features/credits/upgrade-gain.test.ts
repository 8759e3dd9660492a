import type { Plan } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import { nextPlan, upgradeGain } from './upgrade-gain.ts'

function plan(id: Plan['id'], credits: number, more: Partial<Plan> = {}): Plan {
  return {
    id,
    name: id,
    credits,
    price: { amount: 0, currency: 'GBP' },
    brands: { personal: 1, business: 1 },
    watermark: false,
    pausesAtZero: false,
    team: false,
    ...more,
  }
}

const free = plan('free', 400, { watermark: true, pausesAtZero: true })
const business = plan('business', 1500)
const team = plan('team', 4000, { brands: { personal: 1, business: 5 } })

describe('what an upgrade brings', () => {
  it('is computed from the two plans', () => {
    expect(upgradeGain(free, business)).toEqual([
      '3.75 × the credits',
      'no watermark',
      'writing goes on at 0 credits',
    ])
    expect(upgradeGain(business, team)).toEqual(['2.66 × the credits'])
    expect(upgradeGain(business, free)).toEqual([])
  })

  it('leads to the nearest plan with more credits', () => {
    const plans = [team, free, business]
    expect(nextPlan(plans, 'free')).toBe(business)
    expect(nextPlan(plans, 'business')).toBe(team)
    expect(nextPlan(plans, 'team')).toBeUndefined()
  })
})
