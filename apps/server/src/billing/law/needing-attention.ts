import { plans } from '../../plans/plans.ts'
import type { Invoice, InvoiceLine, Subscription } from '../subscription.ts'
import { isSurplus } from './choose-subscription.ts'
import { planOfLine } from './line-verdict.ts'

/** Something that a person of the operator's must look at. Its id makes it be told once. */
export interface Attention {
  readonly id: string
  readonly sentence: string
}

/** What no rule settles: nothing is given or taken for it by itself. */
export function needingAttention(
  subscriptions: readonly Subscription[],
  chosen: Subscription | undefined,
): readonly Attention[] {
  return subscriptions.flatMap((subscription) => [
    ...surplusAttention(subscription, chosen),
    ...subscription.invoices.flatMap(invoiceAttention),
  ])
}

function surplusAttention(
  subscription: Subscription,
  chosen: Subscription | undefined,
): readonly Attention[] {
  if (chosen === undefined || !isSurplus(subscription, chosen)) return []
  return [
    {
      id: `surplus ${subscription.id}`,
      sentence: `The subscription ${subscription.id} was paid beside ${chosen.id} and is being ended: refund its payment.`,
    },
  ]
}

function invoiceAttention(invoice: Invoice): readonly Attention[] {
  const strange = invoice.lines.filter((line) => isStrange(line, invoice))
  const isPartlyRefunded = invoice.refunded > 0 && invoice.refunded < invoice.total
  return [
    ...strange.map(({ id }) => ({
      id: `line ${id}`,
      sentence: `A line of the paid invoice ${invoice.id} is not a full month of a plan at its price, so no credits were given for it: grant them by hand, or refund it.`,
    })),
    ...(isPartlyRefunded
      ? [
          {
            id: `part ${invoice.id}`,
            sentence: `A part of the invoice ${invoice.id} was refunded: its credits were left as they are.`,
          },
        ]
      : []),
  ]
}

/** Paid, and yet for nothing that we know. */
function isStrange(line: InvoiceLine, invoice: Invoice): boolean {
  if (invoice.status !== 'paid' || line.trial) return false
  const isOurs = line.plan !== undefined && invoice.currency === plans[line.plan].price.currency
  return planOfLine(line, invoice) === undefined && (line.amount > 0 || isOurs)
}
