import type { Instant } from '../../clock.ts'
import type { BillingPeriod, InvoiceStatus, SubscriptionStatus } from '../subscription.ts'

/** What is sold: a month of it, in minor units. */
export interface TestPrice {
  readonly id: string
  readonly amount: number
  readonly currency: string
}

export interface TestCheckout {
  readonly id: string
  /** The same order under the same key is the same checkout. */
  readonly key: string
  readonly price: TestPrice
  readonly successUrl: string
  readonly cancelUrl: string
  readonly expiresAt: Instant
  status: 'open' | 'paid' | 'expired'
  /** The card whose bank waits for the person. */
  confirming: string | null
  subscriptionId: string | null
}

export interface TestSubscription {
  readonly id: string
  readonly startedAt: Instant
  price: TestPrice
  status: SubscriptionStatus
  /** Periods begin at anchor + n months. */
  anchor: Instant
  period: BillingPeriod
  cancelsAtPeriodEnd: boolean
  endedAt: Instant | null
}

export interface TestInvoiceLine {
  readonly id: string
  readonly price: TestPrice
  readonly period: BillingPeriod
  readonly amount: number
  readonly trial: boolean
}

export interface TestInvoice {
  readonly id: string
  readonly number: string
  readonly subscriptionId: string
  readonly reason: 'create' | 'cycle' | 'upgrade'
  readonly currency: string
  readonly total: number
  readonly createdAt: Instant
  readonly lines: readonly TestInvoiceLine[]
  /** Of an upgrade: the same wish under the same key has the same invoice. */
  readonly key: string | null
  /** Of an upgrade: not paid by then, it is void. */
  readonly expiresAt: Instant | null
  status: InvoiceStatus
  attempts: number
  firstAttemptAt: Instant | null
  /** When it is charged by itself. */
  nextAttemptAt: Instant | null
  /** The card whose bank waits for the person. */
  confirming: string | null
  paidAt: Instant | null
  refunded: number
  dispute: 'none' | 'open' | 'won' | 'lost'
}

/** All that is known of one customer. It is kept as JSON. */
export interface TestAccount {
  readonly id: string
  readonly workspaceId: string | null
  readonly email: string
  /** Number of the card on file. */
  card: string | null
  /** Ids are counted within the account. */
  made: number
  checkouts: TestCheckout[]
  subscriptions: TestSubscription[]
  invoices: TestInvoice[]
}

export function emptyTestAccount(
  id: string,
  workspaceId: string | null,
  email: string,
): TestAccount {
  return {
    id,
    workspaceId,
    email,
    card: null,
    made: 0,
    checkouts: [],
    subscriptions: [],
    invoices: [],
  }
}
