import type {
  Billing,
  Invoice as InvoiceOfContract,
  PlanId,
  Subscription as SubscriptionOfContract,
} from '@rheos/contract'
import { type Instant, isoInstant } from '../clock.ts'
import { plans } from '../plans/plans.ts'
import { agedSubscription } from './law/aged-subscription.ts'
import { verdictOf } from './law/line-verdict.ts'
import type { BillingPeriod, Invoice, Subscription } from './subscription.ts'

/** What is recorded of the bills of a workspace. */
export interface BillingRecord {
  readonly provider: Billing['provider']
  /** In force now. */
  readonly plan: PlanId
  readonly anchor: Instant
  /** The one that gives the plan. */
  readonly subscription: Subscription | undefined
  /** Newest first. */
  readonly invoices: readonly Invoice[]
}

export function billingView(record: BillingRecord, now: Instant): Billing {
  const { provider, plan, subscription, invoices } = record
  return {
    provider,
    plan,
    subscription:
      subscription === undefined || plan === 'free'
        ? null
        : subscriptionView(agedSubscription(subscription, now, record.anchor), plan, invoices),
    invoices: invoices.map(invoiceView),
  }
}

/** Members see what the plan is and what follows; bills and the card are the owner's. */
export function withoutBills(billing: Billing): Billing {
  const { subscription } = billing
  return {
    ...billing,
    subscription: subscription && { ...subscription, card: null, payUrl: null },
    invoices: [],
  }
}

function subscriptionView(
  subscription: Subscription,
  plan: Exclude<PlanId, 'free'>,
  invoices: readonly Invoice[],
): SubscriptionOfContract {
  const { period, card } = subscription
  const unpaid = invoices.find(({ status, failed }) => status === 'open' && failed)
  const next = nextOf(subscription)
  return {
    plan,
    standing: subscription.status === 'past_due' ? 'payment_failed' : 'good',
    period: periodView(period),
    next: { ...next, at: isoInstant(next.at), price: plans[next.plan].price },
    card: card ?? null,
    payUrl: unpaid?.payUrl ?? null,
  }
}

function nextOf({ cancelsAt, plan, period }: Subscription): { plan: PlanId; at: Instant } {
  return cancelsAt === undefined
    ? { plan: plan ?? 'free', at: period.end }
    : { plan: 'free', at: cancelsAt }
}

function invoiceView(invoice: Invoice): InvoiceOfContract {
  const { id, number, createdAt, total, currency, payUrl, pdfUrl } = invoice
  const [line] = invoice.lines
  const status = statusOf(invoice)
  return {
    id,
    number: number ?? null,
    at: isoInstant(createdAt),
    plan: line?.plan ?? null,
    period: line === undefined ? null : periodView(line.period),
    status,
    total: { amount: total, currency },
    payUrl: status === 'open' || status === 'failed' ? (payUrl ?? null) : null,
    pdfUrl: pdfUrl ?? null,
  }
}

function statusOf(invoice: Invoice): InvoiceOfContract['status'] {
  const verdict = verdictOf(invoice)
  if (verdict === 'pending') return 'open'
  if (verdict !== 'unpaid') return verdict
  return invoice.status === 'open' ? 'failed' : 'void'
}

function periodView({ start, end }: BillingPeriod) {
  return { start: isoInstant(start), end: isoInstant(end) }
}
