import Stripe from 'stripe'
import type { Instant } from '../../clock.ts'
import type { Subscription } from '../subscription.ts'
import { invoiceFrom, subscriptionIdOf } from './invoice-from.ts'
import { type MoneyBack, moneyBack, wentBackOfCharge } from './money-back.ts'
import type { PlanOfPrice } from './plan-of-price.ts'
import { cardExpansions, customerIdOf, subscriptionFrom } from './subscription-from.ts'

const pageSize = 100
const invoicesMax = 12
const nothingBack: MoneyBack = new Map()

const listedWithCard = cardExpansions.map((path) => `data.${path}`)

/** Reads subscriptions of Stripe's in as few requests as it can. */
export class StripeReading {
  readonly #client: Stripe
  readonly #planOf: PlanOfPrice

  constructor(client: Stripe, planOf: PlanOfPrice) {
    this.#client = client
    this.#planOf = planOf
  }

  async one(id: string): Promise<Subscription | undefined> {
    const subscription = await this.#retrieve(id)
    if (subscription === undefined) return undefined
    const [invoices, back] = await Promise.all([
      this.#invoices({ subscription: id, limit: invoicesMax }),
      this.#backOfCustomer(customerIdOf(subscription)),
    ])
    return this.#compose(subscription, invoices, back)
  }

  /** Those that ended too, newest first. */
  async ofCustomer(customer: string): Promise<readonly Subscription[]> {
    const subscriptions = await this.#subscriptionsOf(customer)
    if (subscriptions.length === 0) return []
    const [invoices, back] = await Promise.all([
      this.#invoices({ customer, limit: pageSize }),
      this.#backOfCustomer(customer),
    ])
    return subscriptions.map((subscription) => {
      const own = invoices.filter((invoice) => subscriptionIdOf(invoice) === subscription.id)
      return this.#compose(subscription, own.slice(0, invoicesMax), back)
    })
  }

  /** Those that live, each with its latest invoice: one request for a hundred. */
  async *live(): AsyncIterable<readonly Subscription[]> {
    const expand = [...listedWithCard, 'data.latest_invoice.payments']
    const pages = this.#pages((page) => this.#client.subscriptions.list({ ...page, expand }))
    for await (const page of pages) {
      yield page.map((subscription) => {
        const { latest_invoice: latest } = subscription
        const invoices = latest === null || typeof latest === 'string' ? [] : [latest]
        return this.#compose(subscription, invoices, nothingBack)
      })
    }
  }

  /** Newest first. Stripe keeps them for 30 days. */
  async *eventsSince(since: Instant, types: readonly string[]): AsyncIterable<Stripe.Event[]> {
    const asked = { created: { gte: Math.floor(since / 1000) }, types: [...types] }
    yield* this.#pages((page) => this.#client.events.list({ ...page, ...asked }))
  }

  async #retrieve(id: string): Promise<Stripe.Subscription | undefined> {
    try {
      return await this.#client.subscriptions.retrieve(id, { expand: [...cardExpansions] })
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }

  async #subscriptionsOf(customer: string): Promise<Stripe.Subscription[]> {
    try {
      const { data } = await this.#client.subscriptions.list({
        customer,
        status: 'all',
        limit: pageSize,
        expand: listedWithCard,
      })
      return data
    } catch (error) {
      if (isMissing(error)) return []
      throw error
    }
  }

  async #invoices(of: Stripe.InvoiceListParams): Promise<Stripe.Invoice[]> {
    const { data } = await this.#client.invoices.list({ ...of, expand: ['data.payments'] })
    return data
  }

  /** A charge tells what went back of it, and that it is disputed, but not how that stands. */
  async #backOfCustomer(customer: string): Promise<MoneyBack> {
    const { data: charges } = await this.#client.charges.list({ customer, limit: pageSize })
    const disputed = charges.filter((charge) => charge.disputed)
    const disputes = await Promise.all(
      disputed.map(({ id: charge }) => this.#client.disputes.list({ charge, limit: pageSize })),
    )
    return moneyBack(
      charges.map(wentBackOfCharge),
      disputes.flatMap(({ data }) => data),
    )
  }

  #compose(
    subscription: Stripe.Subscription,
    invoices: readonly Stripe.Invoice[],
    back: MoneyBack,
  ): Subscription {
    const read = invoices.map((invoice) => invoiceFrom(invoice, back, this.#planOf))
    return subscriptionFrom(subscription, read, this.#planOf)
  }

  async *#pages<T extends { id: string }>(
    list: (page: Stripe.PaginationParams) => PromiseLike<Stripe.ApiList<T>>,
  ): AsyncIterable<T[]> {
    let page: Stripe.PaginationParams = { limit: pageSize }
    for (;;) {
      const { data, has_more: more } = await list(page)
      if (data.length > 0) yield data
      const last = data.at(-1)
      if (!more || last === undefined) return
      page = { limit: pageSize, starting_after: last.id }
    }
  }
}

/** There is no such thing in this account. */
export function isMissing(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError && error.code === 'resource_missing'
}
