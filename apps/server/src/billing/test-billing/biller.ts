import { cycleAt } from '@rheos/credits'
import type { Instant } from '../../clock.ts'
import type { BillingPeriod } from '../subscription.ts'
import { type Due, nextDue } from './due.ts'
import type {
  TestAccount,
  TestCheckout,
  TestInvoice,
  TestInvoiceLine,
  TestPrice,
  TestSubscription,
} from './test-account.ts'
import { type ChargeOccasion, type ChargeResult, chargeResult, findTestCard } from './test-cards.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const checkoutOpenMs = dayMs
/** As long as Stripe keeps an update that waits for its payment. */
const upgradeOpenMs = 23 * hourMs

/** When bills are charged by themselves. */
export interface BillerTerms {
  /** From the bill of a new period to the first attempt. */
  readonly collectAfterMs: number
  /** From the first attempt to each further one; after the last the subscription ends. */
  readonly retryAfterMs: readonly number[]
}

export const testTerms: BillerTerms = {
  collectAfterMs: 0,
  retryAfterMs: [3 * dayMs, 5 * dayMs, 7 * dayMs],
}

/** Something that happened, under the name that Stripe gives it. */
export interface BillerEvent {
  readonly type: string
  readonly at: Instant
  readonly subscriptionId: string | null
  readonly invoiceId: string | null
  readonly checkoutId: string | null
}

type IdKind = 'cs' | 'sub' | 'in' | 'il'

export interface BillerOptions {
  readonly terms: BillerTerms
  readonly newId: (kind: IdKind, account: TestAccount) => string
}

/**
 * Bills one customer: what a payment provider does, without money and without a clock. It changes the
 * account that it is given; whoever holds that decides whether the change is kept. Time comes in by
 * {@link Biller.advance} alone, which must be called first.
 */
export class Biller {
  readonly account: TestAccount
  readonly events: BillerEvent[] = []
  readonly #options: BillerOptions
  #now: Instant = 0

  constructor(account: TestAccount, options: BillerOptions) {
    this.account = account
    this.#options = options
  }

  /** Does everything that was due until `now`, in its order. */
  advance(now: Instant): void {
    for (let next = nextDue(this.account); next !== undefined; next = nextDue(this.account)) {
      if (next.at > now) break
      this.#now = next.at
      this.#do(next)
    }
    this.#now = now
  }

  openCheckout(order: Pick<TestCheckout, 'key' | 'price' | 'successUrl' | 'cancelUrl'>) {
    const known = this.account.checkouts.find(({ key }) => key === order.key)
    if (known !== undefined) return known
    const checkout: TestCheckout = {
      ...order,
      id: this.#newId('cs'),
      expiresAt: this.#now + checkoutOpenMs,
      status: 'open',
      confirming: null,
      subscriptionId: null,
    }
    this.account.checkouts.push(checkout)
    return checkout
  }

  expireCheckout(checkout: TestCheckout): void {
    if (checkout.status !== 'open') return
    checkout.status = 'expired'
    this.#tell('checkout.session.expired', { checkoutId: checkout.id })
  }

  /** Only what is paid begins a subscription. */
  payCheckout(checkout: TestCheckout, card: string): ChargeResult {
    const result = chargeResult(findTestCard(card), 'typed')
    checkout.confirming = result === 'confirm' ? card : null
    if (result === 'paid') this.#completeCheckout(checkout, card)
    return result
  }

  confirmCheckout(checkout: TestCheckout, approved: boolean): void {
    const card = checkout.confirming
    checkout.confirming = null
    if (card !== null && approved) this.#completeCheckout(checkout, card)
  }

  /** Begins a subscription whose first payment has succeeded, or needs none before `trialEnd`. */
  begin(price: TestPrice, trialEnd?: Instant): TestSubscription {
    const anchor = trialEnd ?? this.#now
    const period = { start: this.#now, end: trialEnd ?? cycleAt(anchor, anchor).end }
    const subscription: TestSubscription = {
      id: this.#newId('sub'),
      startedAt: this.#now,
      price,
      status: trialEnd === undefined ? 'active' : 'trialing',
      anchor,
      period,
      cancelsAtPeriodEnd: false,
      endedAt: null,
    }
    this.account.subscriptions.push(subscription)
    this.#tell('customer.subscription.created', { subscriptionId: subscription.id })
    const invoice = this.#bill(subscription, 'create', { price, period })
    this.#settle(invoice)
    return subscription
  }

  /** Full price and a fresh period from now; the subscription changes when the invoice is paid. */
  upgrade(subscription: TestSubscription, price: TestPrice, key: string): TestInvoice {
    for (const waiting of this.openInvoices(subscription)) {
      if (waiting.reason === 'upgrade') this.voidInvoice(waiting)
    }
    const period = { start: this.#now, end: cycleAt(this.#now, this.#now).end }
    const invoice = this.#bill(subscription, 'upgrade', { price, period, key })
    this.#attempt(invoice, this.account.card, 'kept')
    return invoice
  }

  planNext(subscription: TestSubscription, price: TestPrice): void {
    subscription.price = price
    this.#tellUpdated(subscription)
  }

  cancelAtPeriodEnd(subscription: TestSubscription, cancels: boolean): void {
    if (subscription.cancelsAtPeriodEnd === cancels) return
    subscription.cancelsAtPeriodEnd = cancels
    this.#tellUpdated(subscription)
  }

  /** Ends it now. Nothing of it is charged any more; what is open can still be paid or made void. */
  end(subscription: TestSubscription): void {
    if (subscription.endedAt !== null) return
    for (const invoice of this.openInvoices(subscription)) {
      if (invoice.reason === 'upgrade') this.voidInvoice(invoice)
      else invoice.nextAttemptAt = null
    }
    subscription.status = 'ended'
    subscription.endedAt = this.#now
    this.#tell('customer.subscription.deleted', { subscriptionId: subscription.id })
  }

  openInvoices(subscription: TestSubscription): TestInvoice[] {
    return this.account.invoices.filter(
      ({ subscriptionId, status }) => subscriptionId === subscription.id && status === 'open',
    )
  }

  /** A card that is declined when it is entered is not kept. */
  changeCard(card: string): ChargeResult {
    const result = chargeResult(findTestCard(card), 'typed')
    if (result === 'declined') return result
    this.account.card = card
    this.#tell('customer.updated', {})
    return result
  }

  /** With the card given, which is kept, or else with the one on file. */
  payInvoice(invoice: TestInvoice, card?: string): ChargeResult {
    return this.#attempt(invoice, card ?? this.account.card, card === undefined ? 'kept' : 'typed')
  }

  confirmInvoice(invoice: TestInvoice, approved: boolean): void {
    const card = invoice.confirming
    invoice.confirming = null
    if (card === null || invoice.status !== 'open') return
    if (approved) {
      this.account.card = card
      this.#settle(invoice)
    } else if (invoice.reason === 'upgrade') this.voidInvoice(invoice)
  }

  voidInvoice(invoice: TestInvoice): void {
    this.#close(invoice, 'void')
    this.#tellOfInvoice('invoice.voided', invoice)
  }

  refund(invoice: TestInvoice, amount: number = invoice.total - invoice.refunded): void {
    invoice.refunded += amount
    this.#tellOfInvoice('charge.refunded', invoice)
  }

  dispute(invoice: TestInvoice, state: 'open' | 'won' | 'lost'): void {
    invoice.dispute = state
    this.#tellOfInvoice(
      state === 'open' ? 'charge.dispute.created' : 'charge.dispute.closed',
      invoice,
    )
  }

  #do(due: Due): void {
    switch (due.kind) {
      case 'expire_checkout':
        this.expireCheckout(due.checkout)
        break
      case 'expire_upgrade':
        this.voidInvoice(due.invoice)
        break
      case 'collect':
        this.#attempt(due.invoice, this.account.card, 'renewal')
        break
      case 'renew':
        if (due.subscription.cancelsAtPeriodEnd) this.end(due.subscription)
        else this.#renew(due.subscription)
    }
  }

  #completeCheckout(checkout: TestCheckout, card: string): void {
    this.account.card = card
    checkout.status = 'paid'
    checkout.subscriptionId = this.begin(checkout.price).id
    this.#tell('checkout.session.completed', {
      checkoutId: checkout.id,
      subscriptionId: checkout.subscriptionId,
    })
  }

  #renew(subscription: TestSubscription): void {
    const start = subscription.period.end
    subscription.period = { start, end: cycleAt(subscription.anchor, start).end }
    if (subscription.status === 'trialing') subscription.status = 'active'
    const { price, period } = subscription
    const invoice = this.#bill(subscription, 'cycle', { price, period })
    invoice.nextAttemptAt = this.#now + this.#options.terms.collectAfterMs
    this.#tellUpdated(subscription)
  }

  #bill(
    subscription: TestSubscription,
    reason: TestInvoice['reason'],
    what: { readonly price: TestPrice; readonly period: BillingPeriod; readonly key?: string },
  ): TestInvoice {
    const trial = subscription.status === 'trialing'
    const amount = trial ? 0 : what.price.amount
    const line: TestInvoiceLine = {
      id: this.#newId('il'),
      price: what.price,
      period: what.period,
      amount,
      trial,
    }
    const id = this.#newId('in')
    const invoice: TestInvoice = {
      id,
      number: `TEST-${String(this.account.invoices.length + 1).padStart(4, '0')}`,
      subscriptionId: subscription.id,
      reason,
      currency: what.price.currency,
      total: amount,
      createdAt: this.#now,
      lines: [line],
      key: what.key ?? null,
      expiresAt:
        reason === 'upgrade' ? Math.min(this.#now + upgradeOpenMs, subscription.period.end) : null,
      status: 'open',
      attempts: 0,
      firstAttemptAt: null,
      nextAttemptAt: null,
      confirming: null,
      paidAt: null,
      refunded: 0,
      dispute: 'none',
    }
    this.account.invoices.push(invoice)
    this.#tellOfInvoice('invoice.created', invoice)
    return invoice
  }

  #attempt(invoice: TestInvoice, card: string | null, occasion: ChargeOccasion): ChargeResult {
    const result = invoice.total === 0 ? 'paid' : chargeResult(findTestCard(card ?? ''), occasion)
    invoice.attempts += 1
    invoice.firstAttemptAt ??= this.#now
    invoice.confirming = result === 'confirm' ? card : null
    if (result === 'paid') {
      if (card !== null) this.account.card = card
      this.#settle(invoice)
    } else if (result === 'confirm') this.#tellOfInvoice('invoice.payment_action_required', invoice)
    else this.#declined(invoice, occasion)
    return result
  }

  #declined(invoice: TestInvoice, occasion: ChargeOccasion): void {
    this.#tellOfInvoice('invoice.payment_failed', invoice)
    // Only what is charged by itself puts the subscription behind, and is tried again.
    if (occasion !== 'renewal') return
    const since = this.#now - (invoice.firstAttemptAt ?? this.#now)
    const retry = this.#options.terms.retryAfterMs.find((after) => after > since)
    if (retry === undefined) this.#giveUp(invoice)
    else this.#tryAgain(invoice, this.#now - since + retry)
  }

  #tryAgain(invoice: TestInvoice, at: Instant): void {
    const subscription = this.#subscriptionOf(invoice)
    invoice.nextAttemptAt = at
    subscription.status = 'past_due'
    this.#tellUpdated(subscription)
  }

  #giveUp(invoice: TestInvoice): void {
    this.#close(invoice, 'uncollectible')
    this.#tellOfInvoice('invoice.marked_uncollectible', invoice)
    this.end(this.#subscriptionOf(invoice))
  }

  #settle(invoice: TestInvoice): void {
    this.#close(invoice, 'paid')
    invoice.paidAt = this.#now
    this.#tellOfInvoice('invoice.paid', invoice)
    const subscription = this.#subscriptionOf(invoice)
    const [line] = invoice.lines
    if (invoice.reason === 'upgrade' && line !== undefined) {
      subscription.price = line.price
      subscription.anchor = line.period.start
      subscription.period = line.period
    }
    if (subscription.status === 'past_due') subscription.status = 'active'
    if (invoice.reason !== 'create') this.#tellUpdated(subscription)
  }

  #close(invoice: TestInvoice, status: TestInvoice['status']): void {
    invoice.status = status
    invoice.nextAttemptAt = null
    invoice.confirming = null
  }

  #subscriptionOf(invoice: TestInvoice): TestSubscription {
    const found = this.account.subscriptions.find(({ id }) => id === invoice.subscriptionId)
    if (found === undefined) throw new Error('An invoice has no subscription.')
    return found
  }

  #newId(kind: IdKind): string {
    this.account.made += 1
    return this.#options.newId(kind, this.account)
  }

  #tellUpdated(subscription: TestSubscription): void {
    this.#tell('customer.subscription.updated', { subscriptionId: subscription.id })
  }

  #tellOfInvoice(type: string, invoice: TestInvoice): void {
    this.#tell(type, { invoiceId: invoice.id, subscriptionId: invoice.subscriptionId })
  }

  #tell(type: string, about: Partial<BillerEvent>): void {
    const nothing = { subscriptionId: null, invoiceId: null, checkoutId: null }
    this.events.push({ ...nothing, ...about, type, at: this.#now })
  }
}
