import type Stripe from 'stripe'
import type { Card, Invoice, Subscription, SubscriptionStatus } from '../subscription.ts'
import { instantOf } from './instant-of.ts'
import type { PlanOfPrice } from './plan-of-price.ts'

/** What must be read together with a subscription for {@link subscriptionFrom} to tell its card. */
export const cardExpansions = [
  'default_payment_method',
  'customer.invoice_settings.default_payment_method',
] as const

/** A subscription of Stripe's in our words. */
export function subscriptionFrom(
  subscription: Stripe.Subscription,
  invoices: readonly Invoice[],
  planOf: PlanOfPrice,
): Subscription {
  const item = itemOf(subscription, planOf)
  return {
    id: subscription.id,
    customerId: customerIdOf(subscription),
    workspaceId: subscription.metadata['workspaceId'],
    status: statusFrom(subscription.status),
    plan: planOf(item.price.id),
    period: {
      start: instantOf(item.current_period_start),
      end: instantOf(item.current_period_end),
    },
    cancelsAt: cancelsAt(subscription, item),
    startedAt: instantOf(subscription.start_date),
    endedAt: instantOf(subscription.ended_at),
    card: cardOf(subscription),
    invoices,
  }
}

/** Ours where there are several, as after a change in the provider's own dashboard. */
export function itemOf(
  { id, items }: Stripe.Subscription,
  planOf: PlanOfPrice,
): Stripe.SubscriptionItem {
  const item = items.data.find(({ price }) => planOf(price.id) !== undefined) ?? items.data[0]
  if (item === undefined) throw new Error(`The subscription ${id} of Stripe's has no item.`)
  return item
}

export function customerIdOf({ customer }: Pick<Stripe.Subscription, 'customer'>): string {
  return typeof customer === 'string' ? customer : customer.id
}

/**
 * `unpaid`: Stripe has given up charging and left it standing. `paused`: its trial ended without a card,
 * so nothing was ever paid. A status that a later version of the API adds counts as not paid.
 */
function statusFrom(status: Stripe.Subscription.Status): SubscriptionStatus {
  return statuses.get(status) ?? 'past_due'
}

const statuses: ReadonlyMap<string, SubscriptionStatus> = new Map([
  ['active', 'active'],
  ['trialing', 'trialing'],
  ['incomplete', 'incomplete'],
  ['paused', 'incomplete'],
  ['past_due', 'past_due'],
  ['unpaid', 'past_due'],
  ['canceled', 'ended'],
  ['incomplete_expired', 'ended'],
])

/** What has ended cancels no more. */
function cancelsAt(subscription: Stripe.Subscription, item: Stripe.SubscriptionItem) {
  if (subscription.ended_at !== null) return undefined
  const at =
    subscription.cancel_at ?? (subscription.cancel_at_period_end ? item.current_period_end : null)
  return instantOf(at)
}

/** The subscription's own card comes before the customer's. */
function cardOf({ default_payment_method: own, customer }: Stripe.Subscription): Card | undefined {
  const ofCustomer =
    typeof customer === 'string' || customer.deleted
      ? null
      : customer.invoice_settings.default_payment_method
  const method = own ?? ofCustomer
  const card = typeof method === 'string' ? undefined : method?.card
  return (
    card && {
      brand: card.brand,
      last4: card.last4,
      expiresMonth: card.exp_month,
      expiresYear: card.exp_year,
    }
  )
}
