import type Stripe from 'stripe'
import { expect, it } from 'vitest'
import { moneyBack, wentBackOfCharge } from './money-back.ts'

const charge = (amount: number) =>
  wentBackOfCharge({ amount_refunded: amount, payment_intent: 'pi_1' } as Stripe.Charge)
const disputed = (...statuses: readonly Stripe.Dispute.Status[]) =>
  moneyBack(
    [],
    statuses.map((status) => ({ payment_intent: 'pi_1', status })),
  ).get('pi_1')?.dispute

it('adds up what went back of each charge of a payment', () => {
  const back = moneyBack([charge(500), charge(0), charge(300)], [])
  expect(back.get('pi_1')).toEqual({ refunded: 800, dispute: 'none' })
  expect(back.get('pi_2')).toBeUndefined()
})

it.each([
  [['needs_response'], 'open'],
  [['under_review'], 'open'],
  [['appeal_needs_response'], 'open'],
  [['won'], 'won'],
  [['lost'], 'lost'],
  [['won', 'needs_response'], 'open'],
  [['lost', 'won'], 'lost'],
  // An inquiry, and what was prevented, took no money.
  [['warning_needs_response'], 'none'],
  [['warning_closed'], 'none'],
  [['prevented'], 'none'],
] as const)('takes disputes %o as %s', (statuses, standing) => {
  expect(disputed(...statuses)).toBe(standing)
})

it('tells of a refund and a dispute of one payment', () => {
  const dispute = {
    payment_intent: { id: 'pi_1' } as Stripe.PaymentIntent,
    status: 'lost' as const,
  }
  expect(moneyBack([charge(500)], [dispute]).get('pi_1')).toEqual({
    refunded: 500,
    dispute: 'lost',
  })
})
