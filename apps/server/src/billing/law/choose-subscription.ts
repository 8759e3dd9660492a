import type { Instant } from '../../clock.ts'
import type { Invoice, Subscription } from '../subscription.ts'
import type { BillingFacts } from './billing-facts.ts'
import { planOfLine, verdictOf, wasPaid } from './line-verdict.ts'

/**
 * The one subscription that gives the workspace its plan: the one that did, else the oldest that lives
 * and for which a month was paid.
 */
export function chooseSubscription(
  subscriptions: readonly Subscription[],
  facts: BillingFacts,
): Subscription | undefined {
  const candidates = subscriptions.filter((subscription) => givesPlan(subscription, facts))
  return (
    candidates.find(({ id }) => id === facts.subscriptionId) ??
    candidates.sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1))[0]
  )
}

function isLiving({ status }: Subscription): boolean {
  return status === 'active' || status === 'past_due'
}

/** It lives beside the one. */
export function isSurplus(subscription: Subscription, chosen: Subscription | undefined): boolean {
  return chosen !== undefined && subscription.id !== chosen.id && isLiving(subscription)
}

function givesPlan(subscription: Subscription, { periods, now }: BillingFacts): boolean {
  if (!isLiving(subscription)) return false
  const isKnown = periods.some(({ subscriptionId }) => subscriptionId === subscription.id)
  return isKnown || subscription.invoices.some((invoice) => isMonthPaidOnce(invoice, now))
}

/** Whatever became of the money since. By a clock ahead of ours a month may not have begun yet. */
function isMonthPaidOnce(invoice: Invoice, now: Instant): boolean {
  const isOurs = invoice.lines.some(
    (line) => line.period.start <= now && planOfLine(line, invoice) !== undefined,
  )
  return isOurs && wasPaid(verdictOf(invoice))
}
