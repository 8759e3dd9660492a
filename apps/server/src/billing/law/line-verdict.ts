import type { PaidPlanId } from '@rheos/contract'
import { dayMs } from '../../clock.ts'
import { plans } from '../../plans/plans.ts'
import type { BillingPeriod, Invoice, InvoiceLine } from '../subscription.ts'

/** `pending`: nobody has paid, and no payment has failed. */
export type Verdict = 'paid' | 'pending' | 'unpaid' | 'refunded' | 'disputed'

/** From the shortest month to the longest, and the hours that a provider may round. */
const monthMs = { min: 27.5 * dayMs, max: 31.5 * dayMs }

/** The plan whose month this line charges in full; undefined: it gives nothing. */
export function planOfLine(line: InvoiceLine, { currency }: Invoice): PaidPlanId | undefined {
  if (line.plan === undefined || line.trial) return undefined
  const { price } = plans[line.plan]
  const isFull = currency === price.currency && line.amount >= price.amount
  return isFull && isMonth(line.period) ? line.plan : undefined
}

function isMonth({ start, end }: BillingPeriod): boolean {
  return end - start >= monthMs.min && end - start <= monthMs.max
}

/** What became of the money of an invoice. A part that went back takes nothing away. */
export function verdictOf(invoice: Invoice): Verdict {
  if (invoice.dispute === 'open' || invoice.dispute === 'lost') return 'disputed'
  if (invoice.refunded > 0 && invoice.refunded >= invoice.total) return 'refunded'
  if (invoice.status === 'paid') return 'paid'
  return invoice.status === 'open' && !invoice.failed ? 'pending' : 'unpaid'
}

/** At some time, whatever became of it since. */
export function wasPaid(verdict: Verdict): boolean {
  return verdict !== 'pending' && verdict !== 'unpaid'
}

/** Of several bills for one period the best counts. */
export function compareVerdicts(a: Verdict, b: Verdict): number {
  const order: readonly Verdict[] = ['paid', 'disputed', 'refunded', 'pending', 'unpaid']
  return order.indexOf(a) - order.indexOf(b)
}
