import type Stripe from 'stripe'
import { expect, it } from 'vitest'
import { planOfPrice } from './plan-of-price.ts'
import { subscriptionFrom } from './subscription-from.ts'

const planOf = planOfPrice({ business: 'price_business', team: 'price_team' })

const item = (price: string) => ({
  id: `si_${price}`,
  price: { id: price },
  current_period_start: 100,
  current_period_end: 200,
})

function subscription(given: Partial<Record<keyof Stripe.Subscription, unknown>> = {}) {
  const plain = {
    id: 'sub_1',
    customer: 'cus_1',
    metadata: {},
    status: 'active',
    items: { data: [item('price_business')] },
    start_date: 50,
    ended_at: null,
    cancel_at: null,
    cancel_at_period_end: false,
    default_payment_method: null,
  }
  return subscriptionFrom({ ...plain, ...given } as Stripe.Subscription, [], planOf)
}

it.each([
  ['active', 'active'],
  ['trialing', 'trialing'],
  ['past_due', 'past_due'],
  ['unpaid', 'past_due'],
  ['incomplete', 'incomplete'],
  ['paused', 'incomplete'],
  ['canceled', 'ended'],
  ['incomplete_expired', 'ended'],
  ['a status of a later version', 'past_due'],
])('knows %s as %s', (status, known) => {
  expect(subscription({ status }).status).toBe(known)
})

it('takes the period and the plan from the item that is ours', () => {
  const data = [item('price_of_another'), item('price_team')]
  expect(subscription({ items: { data } })).toMatchObject({
    plan: 'team',
    period: { start: 100_000, end: 200_000 },
  })
  expect(subscription({ items: { data: [item('price_of_another')] } }).plan).toBeUndefined()
})

it('tells when it ends although it is paid, until it has ended', () => {
  expect(subscription({ cancel_at_period_end: true }).cancelsAt).toBe(200_000)
  expect(subscription({ cancel_at: 150, cancel_at_period_end: false }).cancelsAt).toBe(150_000)
  expect(subscription({ cancel_at: 150, ended_at: 150 }).cancelsAt).toBeUndefined()
  expect(subscription().cancelsAt).toBeUndefined()
})

it('shows its own card, else the customer’s, and none of a customer who is deleted', () => {
  const card = (last4: string) => ({ card: { brand: 'visa', last4, exp_month: 4, exp_year: 2030 } })
  const customer = { id: 'cus_1', invoice_settings: { default_payment_method: card('2222') } }
  expect(subscription({ customer, default_payment_method: card('1111') }).card?.last4).toBe('1111')
  expect(subscription({ customer }).card?.last4).toBe('2222')
  expect(subscription({ customer: { id: 'cus_1', deleted: true } })).toMatchObject({
    customerId: 'cus_1',
    card: undefined,
  })
})
