import type Stripe from 'stripe'
import {
  Biller,
  type BillerEvent,
  type BillerTerms,
  testTerms,
} from '../../../src/billing/test-billing/biller.ts'
import { nextDue } from '../../../src/billing/test-billing/due.ts'
import {
  emptyTestAccount,
  type TestAccount,
  type TestCheckout,
  type TestInvoice,
  type TestSubscription,
} from '../../../src/billing/test-billing/test-account.ts'
import { noSuch } from './stripe-problem.ts'

/** Stripe writes the bill of a new period at its start and charges it an hour later. */
const terms: BillerTerms = { ...testTerms, collectAfterMs: 3_600_000 }

export interface KeptCustomer {
  readonly account: TestAccount
  readonly created: number
  readonly metadata: Stripe.Metadata
  dueAt: number | undefined
}

export interface KeptRefund {
  readonly id: string
  readonly invoiceId: string
  readonly amount: number
  readonly created: number
}

export interface KeptDispute {
  readonly id: string
  readonly invoiceId: string
  readonly created: number
  status: 'needs_response' | 'won' | 'lost'
}

/** What is known of a checkout or a subscription beside what the biller knows. */
export interface KeptDetails {
  readonly metadata: Stripe.Metadata
  readonly reference: string | null
}

type Told = (event: BillerEvent, customerId: string) => void

/** All that the Stripe of a test knows. Time passes when it is told to. */
export class StripeState {
  readonly customers = new Map<string, KeptCustomer>()
  readonly products = new Map<string, Stripe.Product>()
  readonly prices = new Map<string, Stripe.Price>()
  readonly refunds: KeptRefund[] = []
  readonly disputes: KeptDispute[] = []
  /** By the id of a checkout or a subscription. */
  readonly details = new Map<string, KeptDetails>()
  readonly #owners = new Map<string, string>()
  readonly #told: Told
  #made = 0

  constructor(told: Told) {
    this.#told = told
  }

  newId(prefix: string): string {
    this.#made += 1
    return `${prefix}_${String(this.#made).padStart(8, '0')}`
  }

  addCustomer(email: string, metadata: Stripe.Metadata, now: number): KeptCustomer {
    const account = emptyTestAccount(this.newId('cus'), metadata['workspaceId'] ?? null, email)
    const customer = { account, created: now, metadata, dueAt: undefined }
    this.customers.set(account.id, customer)
    return customer
  }

  /** Until `now`, for everybody. */
  advance(now: number): void {
    for (const customer of this.customers.values()) {
      if (customer.dueAt !== undefined && customer.dueAt <= now)
        this.change(customer, now, () => undefined)
    }
  }

  change<T>(customer: KeptCustomer, now: number, work: (biller: Biller) => T): T {
    const { account } = customer
    const biller = new Biller(account, {
      terms,
      newId: (kind) => {
        const id = this.newId(kind)
        this.#owners.set(id, account.id)
        return id
      },
    })
    biller.advance(now)
    const result = work(biller)
    customer.dueAt = nextDue(account)?.at
    for (const event of biller.events) this.#told(event, account.id)
    return result
  }

  customer(id: string): KeptCustomer {
    const found = this.customers.get(id)
    if (found === undefined) throw noSuch('customer', id)
    return found
  }

  subscription(id: string): Owned<TestSubscription> {
    return this.#find('subscription', id, ({ subscriptions }) => subscriptions)
  }

  invoice(id: string): Owned<TestInvoice> {
    return this.#find('invoice', id, ({ invoices }) => invoices)
  }

  checkout(id: string): Owned<TestCheckout> {
    return this.#find('checkout.session', id, ({ checkouts }) => checkouts)
  }

  #find<T extends { readonly id: string }>(
    what: string,
    id: string,
    among: (account: TestAccount) => readonly T[],
  ): Owned<T> {
    const customer = this.customers.get(this.#owners.get(id) ?? '')
    const found = customer && among(customer.account).find((one) => one.id === id)
    if (customer === undefined || found === undefined) throw noSuch(what, id)
    return { customer, found }
  }
}

export interface Owned<T> {
  readonly customer: KeptCustomer
  readonly found: T
}
