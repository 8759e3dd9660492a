import type { PaidPlanId } from '@rheos/contract'
import Stripe from 'stripe'
import type { Instant } from '../../clock.ts'
import {
  type BillingProvider,
  BillingProviderError,
  type CheckoutOrder,
  EventRefusedError,
  type ProviderEvent,
  type SignedEvent,
  type ToldEvent,
  type UpgradeOutcome,
} from '../billing-provider.ts'
import type { Subscription } from '../subscription.ts'
import { idOf } from './id-of.ts'
import { type PlanOfPrice, planOfPrice } from './plan-of-price.ts'
import { providerEventFrom } from './provider-event-from.ts'
import { createStripeClient } from './stripe-client.ts'
import type { StripeConfig } from './stripe-config.ts'
import { isMissing, StripeReading } from './stripe-reading.ts'
import { itemOf } from './subscription-from.ts'

/** How old an event may be. */
const toleranceSeconds = 300

/** Bills plans by Stripe. */
export class StripeBilling implements BillingProvider {
  readonly kind = 'stripe'
  readonly #config: StripeConfig
  readonly #client: Stripe
  readonly #reading: StripeReading
  readonly #planOf: PlanOfPrice

  constructor(config: StripeConfig) {
    this.#config = config
    this.#client = createStripeClient(config)
    this.#planOf = planOfPrice(config.prices)
    this.#reading = new StripeReading(this.#client, this.#planOf)
  }

  customer(workspaceId: string, email: string): Promise<string> {
    return asked(async () => {
      const { id } = await this.#client.customers.create(
        { email, metadata: { workspaceId } },
        // Another address is another request: Stripe would refuse it under the same key.
        { idempotencyKey: `customer-${workspaceId}-${email}` },
      )
      return id
    })
  }

  checkout(order: CheckoutOrder): Promise<{ readonly id: string; readonly url: string }> {
    const { workspaceId, customerId, email, idempotencyKey } = order
    return asked(async () => {
      const { id, url } = await this.#client.checkout.sessions.create(
        {
          mode: 'subscription',
          ...(customerId === undefined ? { customer_email: email } : { customer: customerId }),
          client_reference_id: workspaceId,
          line_items: [{ price: this.#config.prices[order.plan], quantity: 1 }],
          subscription_data: { metadata: { workspaceId } },
          success_url: order.successUrl,
          cancel_url: order.cancelUrl,
        },
        { idempotencyKey },
      )
      if (url === null) throw new BillingProviderError('Stripe made a checkout without a page.')
      return { id, url }
    })
  }

  expireCheckout(checkoutId: string): Promise<void> {
    return asked(async () => {
      const { status } = await this.#client.checkout.sessions.retrieve(checkoutId)
      if (status === 'open') await this.#client.checkout.sessions.expire(checkoutId)
    })
  }

  upgrade(subscriptionId: string, plan: PaidPlanId, key: string): Promise<UpgradeOutcome> {
    return asked(async (): Promise<UpgradeOutcome> => {
      const { status, itemId } = await this.#live(subscriptionId)
      if (status === 'past_due' || status === 'unpaid')
        return { kind: 'declined', reason: payFirst }
      try {
        const updated = await this.#client.subscriptions.update(
          subscriptionId,
          {
            items: [{ id: itemId, price: this.#config.prices[plan] }],
            billing_cycle_anchor: { type: 'now' },
            proration_behavior: 'none',
            payment_behavior: 'pending_if_incomplete',
          },
          { idempotencyKey: key },
        )
        return await this.#upgradeOutcome(updated, key)
      } catch (error) {
        if (error instanceof Stripe.errors.StripeCardError) return declined(error.message)
        throw error
      }
    })
  }

  planNext(subscriptionId: string, plan: PaidPlanId): Promise<void> {
    return asked(async () => {
      const { itemId } = await this.#live(subscriptionId)
      await this.#client.subscriptions.update(subscriptionId, {
        items: [{ id: itemId, price: this.#config.prices[plan] }],
        proration_behavior: 'none',
      })
    })
  }

  cancelAtPeriodEnd(subscriptionId: string, cancels: boolean): Promise<void> {
    return asked(async () => {
      await this.#client.subscriptions.update(subscriptionId, { cancel_at_period_end: cancels })
    })
  }

  /** Stripe would keep an invoice open that nobody owes any more. */
  endNow(subscriptionId: string): Promise<void> {
    return asked(async () => {
      try {
        await this.#client.subscriptions.cancel(subscriptionId)
      } catch (error) {
        if (!isMissing(error)) throw error
        return
      }
      const open = await this.#client.invoices.list({
        subscription: subscriptionId,
        status: 'open',
      })
      for (const { id } of open.data) await this.#client.invoices.voidInvoice(id)
    })
  }

  portal(customerId: string, returnUrl: string): Promise<{ readonly url: string }> {
    return asked(async () => {
      const { url } = await this.#client.billingPortal.sessions.create({
        customer: customerId,
        return_url: returnUrl,
      })
      return { url }
    })
  }

  read(subscriptionId: string): Promise<Subscription | undefined> {
    return asked(() => this.#reading.one(subscriptionId))
  }

  ofCustomer(customerId: string): Promise<readonly Subscription[]> {
    return asked(() => this.#reading.ofCustomer(customerId))
  }

  async *all(): AsyncIterable<readonly Subscription[]> {
    try {
      yield* this.#reading.live()
    } catch (error) {
      throw failureOf(error)
    }
  }

  async *eventsSince(since: Instant): AsyncIterable<readonly ToldEvent[]> {
    try {
      for await (const page of this.#reading.eventsSince(since, toldOnce)) {
        yield page.map((event) => ({
          event: providerEventFrom(event),
          rawBody: JSON.stringify(event),
        }))
      }
    } catch (error) {
      throw failureOf(error)
    }
  }

  event({ rawBody, signature }: SignedEvent, now: Instant): ProviderEvent {
    try {
      const event = this.#client.webhooks.constructEvent(
        rawBody,
        signature,
        this.#config.webhookSecret,
        toleranceSeconds,
        undefined,
        now,
      )
      return providerEventFrom(event)
    } catch (cause) {
      throw new EventRefusedError('The event is not signed by Stripe, or too old.', { cause })
    }
  }

  customerOf({ customerId, paymentId }: ProviderEvent): Promise<string | undefined> {
    return asked(async () => {
      if (customerId !== undefined || paymentId === undefined) return customerId
      return idOf((await this.#client.paymentIntents.retrieve(paymentId)).customer)
    })
  }

  /** Its status, and the id of the item that has the plan. */
  async #live(subscriptionId: string) {
    const subscription = await this.#client.subscriptions.retrieve(subscriptionId)
    return { status: subscription.status, itemId: itemOf(subscription, this.#planOf).id }
  }

  /** An update that is not paid waits; what was declined is withdrawn, so that it waits for nobody. */
  async #upgradeOutcome(updated: Stripe.Subscription, key: string): Promise<UpgradeOutcome> {
    if (updated.pending_update === null) {
      if (updated.cancel_at_period_end) await this.#goOn(updated.id, key)
      return { kind: 'paid' }
    }
    const invoice = await this.#client.invoices.retrieve(idOf(updated.latest_invoice) ?? '', {
      expand: ['payments'],
    })
    if (invoice.status === 'paid') return { kind: 'paid' }
    const payment = await this.#paymentOf(invoice)
    const url = invoice.hosted_invoice_url
    if (invoice.status === 'open' && payment?.status === 'requires_action' && url)
      return { kind: 'needs_action', url }
    if (invoice.status === 'open') await this.#client.invoices.voidInvoice(invoice.id)
    return declined(payment?.last_payment_error?.message)
  }

  async #goOn(subscriptionId: string, key: string): Promise<void> {
    await this.#client.subscriptions.update(
      subscriptionId,
      { cancel_at_period_end: false },
      { idempotencyKey: `${key}-goes-on` },
    )
  }

  async #paymentOf({ payments }: Stripe.Invoice): Promise<Stripe.PaymentIntent | undefined> {
    const id = idOf(payments?.data[0]?.payment.payment_intent)
    return id === undefined ? undefined : this.#client.paymentIntents.retrieve(id)
  }
}

/** What a look at the subscriptions that live does not show. */
const toldOnce = [
  'customer.subscription.deleted',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.refunded',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.closed',
  'charge.dispute.funds_reinstated',
]

const payFirst = 'The last payment did not succeed: make it first. Nothing was charged.'

function declined(why = 'The card was declined.'): UpgradeOutcome {
  return {
    kind: 'declined',
    reason: `${why} Nothing was charged and your plan stays as it is.`,
  }
}

async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw failureOf(error)
  }
}

function failureOf(error: unknown): unknown {
  if (!(error instanceof Stripe.errors.StripeError)) return error
  return new BillingProviderError(`Stripe did not do what was asked: ${error.message}`, {
    cause: error,
  })
}
