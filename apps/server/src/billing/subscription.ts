import type { PaidPlanId } from '@rheos/contract'
import type { Instant } from '../clock.ts'

/** A window `[start, end)` that an invoice line is about. */
export interface BillingPeriod {
  readonly start: Instant
  readonly end: Instant
}

/**
 * `incomplete`: its first payment has not succeeded, and it has no plan. `active`: in good standing.
 * `past_due`: the payment of the present period failed and is tried again. `ended`: over, for good.
 */
export type SubscriptionStatus = 'incomplete' | 'trialing' | 'active' | 'past_due' | 'ended'

export interface InvoiceLine {
  readonly id: string
  /** Absent: a price that is none of ours. */
  readonly plan: PaidPlanId | undefined
  /** What this line pays for, not when it was billed. */
  readonly period: BillingPeriod
  /** Minor units of the invoice's currency. */
  readonly amount: number
  /** Of a trial: nothing was paid for. */
  readonly trial: boolean
}

export type InvoiceStatus = 'open' | 'paid' | 'void' | 'uncollectible'

export interface Invoice {
  readonly id: string
  /** What the customer sees on it. */
  readonly number: string | undefined
  readonly status: InvoiceStatus
  /** A payment was tried and did not succeed. */
  readonly failed: boolean
  readonly currency: string
  /** Minor units. */
  readonly total: number
  /** Minor units that went back to the customer. */
  readonly refunded: number
  /** `lost` as long as it is open, too: until it is won the money is not ours. */
  readonly dispute: 'none' | 'open' | 'won' | 'lost'
  readonly createdAt: Instant
  readonly paidAt: Instant | undefined
  readonly lines: readonly InvoiceLine[]
  /** Where it can be paid, or the payment confirmed. */
  readonly payUrl: string | undefined
  readonly pdfUrl: string | undefined
}

export interface Card {
  readonly brand: string
  readonly last4: string
  readonly expiresMonth: number
  readonly expiresYear: number
}

/** A subscription as its provider sees it now, in our words. Money in minor units. */
export interface Subscription {
  readonly id: string
  readonly customerId: string
  /** As it was given at checkout; absent on one that was made in the provider's own dashboard. */
  readonly workspaceId: string | undefined
  readonly status: SubscriptionStatus
  /** What the next period will be billed as; absent: a price that is none of ours. */
  readonly plan: PaidPlanId | undefined
  readonly period: BillingPeriod
  /** When it ends although its payments succeed; absent: it renews. */
  readonly cancelsAt: Instant | undefined
  readonly startedAt: Instant
  readonly endedAt: Instant | undefined
  readonly card: Card | undefined
  /** Newest first: the latest dozen or so. */
  readonly invoices: readonly Invoice[]
}
