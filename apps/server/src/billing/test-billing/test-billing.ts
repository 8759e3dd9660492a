import type { PaidPlanId } from '@rheos/contract'
import { z } from 'zod'
import type { Instant } from '../../clock.ts'
import { plans } from '../../plans/plans.ts'
import {
  type BillingProvider,
  BillingProviderError,
  type CheckoutOrder,
  type ProviderEvent,
  type SignedEvent,
  type ToldEvent,
  type UpgradeOutcome,
} from '../billing-provider.ts'
import type { Subscription } from '../subscription.ts'
import type { Biller } from './biller.ts'
import { checkEvent } from './signed-event.ts'
import { subscriptionView } from './subscription-view.ts'
import type { TestAccount, TestInvoice, TestPrice, TestSubscription } from './test-account.ts'
import type { TestAccounts } from './test-accounts.ts'
import type { TestBillingAddresses } from './test-billing-addresses.ts'

const eventSchema = z.object({
  id: z.string(),
  type: z.string(),
  at: z.number(),
  customerId: z.string(),
  subscriptionId: z.string().nullable(),
})

export interface TestBillingOptions {
  readonly accounts: TestAccounts
  readonly addresses: TestBillingAddresses
}

/** Bills plans where no payment provider is set up. No money moves. */
export class TestBilling implements BillingProvider {
  readonly kind = 'test'
  readonly #accounts: TestAccounts
  readonly #addresses: TestBillingAddresses

  constructor(options: TestBillingOptions) {
    this.#accounts = options.accounts
    this.#addresses = options.addresses
  }

  customer(workspaceId: string, email: string): Promise<string> {
    return this.#accounts.ofWorkspace(workspaceId, email)
  }

  async checkout(order: CheckoutOrder): Promise<{ readonly id: string; readonly url: string }> {
    const { workspaceId, plan, email, successUrl, cancelUrl, idempotencyKey: key } = order
    const customerId = order.customerId ?? (await this.customer(workspaceId, email))
    const price = this.#priceOf(plan)
    const checkout = await this.#accounts.change(customerId, (biller) =>
      biller.openCheckout({ key, price, successUrl, cancelUrl }),
    )
    if (checkout === undefined) throw missing('customer', customerId)
    return { id: checkout.id, url: this.#addresses.checkout(checkout.id) }
  }

  async expireCheckout(checkoutId: string): Promise<void> {
    await this.#accounts.change(checkoutId, (biller) => {
      const checkout = biller.account.checkouts.find(({ id }) => id === checkoutId)
      if (checkout !== undefined) biller.expireCheckout(checkout)
    })
  }

  upgrade(subscriptionId: string, plan: PaidPlanId, key: string): Promise<UpgradeOutcome> {
    return this.#change(subscriptionId, (biller, subscription) => {
      if (subscription.status === 'past_due') return { kind: 'declined', reason: payFirst }
      const known = biller.account.invoices.find((invoice) => invoice.key === key)
      return this.#upgradeOutcome(known ?? this.#upgrade(biller, subscription, plan, key))
    })
  }

  planNext(subscriptionId: string, plan: PaidPlanId): Promise<void> {
    return this.#change(subscriptionId, (biller, subscription) =>
      biller.planNext(subscription, this.#priceOf(plan)),
    )
  }

  cancelAtPeriodEnd(subscriptionId: string, cancels: boolean): Promise<void> {
    return this.#change(subscriptionId, (biller, subscription) =>
      biller.cancelAtPeriodEnd(subscription, cancels),
    )
  }

  async endNow(subscriptionId: string): Promise<void> {
    await this.#accounts.change(subscriptionId, (biller) => {
      const subscription = find(biller.account, subscriptionId)
      if (subscription === undefined) return
      biller.end(subscription)
      for (const invoice of biller.openInvoices(subscription)) biller.voidInvoice(invoice)
    })
  }

  async portal(customerId: string, returnUrl: string): Promise<{ readonly url: string }> {
    return { url: this.#addresses.portal(customerId, returnUrl) }
  }

  async read(subscriptionId: string): Promise<Subscription | undefined> {
    const account = await this.#accounts.find(subscriptionId)
    const subscription = account && find(account, subscriptionId)
    return subscription && subscriptionView(account, subscription, this.#addresses)
  }

  async ofCustomer(customerId: string): Promise<readonly Subscription[]> {
    const account = await this.#accounts.find(customerId)
    return account === undefined ? [] : this.#views(account)
  }

  async *all(): AsyncIterable<readonly Subscription[]> {
    await this.#accounts.advanceDue()
    for await (const accounts of this.#accounts.pages()) {
      yield accounts
        .flatMap((account) => this.#views(account))
        .filter(({ status }) => status !== 'ended')
    }
  }

  async *eventsSince(): AsyncIterable<readonly ToldEvent[]> {}

  event({ rawBody, signature }: SignedEvent, now: Instant): ProviderEvent {
    checkEvent(rawBody, signature, this.#accounts.secret, now)
    const { id, type, at, customerId, subscriptionId } = eventSchema.parse(JSON.parse(rawBody))
    return {
      id,
      type,
      createdAt: at,
      customerId,
      subscriptionId: subscriptionId ?? undefined,
      paymentId: undefined,
    }
  }

  async customerOf(event: ProviderEvent): Promise<string | undefined> {
    return event.customerId
  }

  #views(account: TestAccount): Subscription[] {
    return account.subscriptions
      .toReversed()
      .map((subscription) => subscriptionView(account, subscription, this.#addresses))
  }

  #upgrade(biller: Biller, subscription: TestSubscription, plan: PaidPlanId, key: string) {
    const invoice = biller.upgrade(subscription, this.#priceOf(plan), key)
    if (invoice.status === 'paid') biller.cancelAtPeriodEnd(subscription, false)
    else if (invoice.confirming === null) biller.voidInvoice(invoice)
    return invoice
  }

  #upgradeOutcome(invoice: TestInvoice): UpgradeOutcome {
    if (invoice.status === 'paid') return { kind: 'paid' }
    if (invoice.status === 'open')
      return { kind: 'needs_action', url: this.#addresses.page(invoice.id) }
    return { kind: 'declined', reason: declined }
  }

  async #change<T>(
    subscriptionId: string,
    work: (biller: Biller, subscription: TestSubscription) => T,
  ): Promise<T> {
    const done = await this.#accounts.change(subscriptionId, (biller) => {
      const subscription = find(biller.account, subscriptionId)
      if (subscription === undefined || subscription.endedAt !== null) return undefined
      return { result: work(biller, subscription) }
    })
    if (done === undefined) throw missing('live subscription', subscriptionId)
    return done.result
  }

  #priceOf(plan: PaidPlanId): TestPrice {
    return { id: plan, ...plans[plan].price }
  }
}

const declined = 'The card was declined. Nothing was charged and your plan stays as it is.'
const payFirst = 'The last payment did not succeed: make it first. Nothing was charged.'

function find(account: TestAccount, subscriptionId: string): TestSubscription | undefined {
  return account.subscriptions.find(({ id }) => id === subscriptionId)
}

function missing(what: string, id: string): BillingProviderError {
  return new BillingProviderError(`Test billing has no ${what} ${id}.`)
}
