import type Stripe from 'stripe'
import type { z } from 'zod'
import type { TestInvoice, TestPrice } from '../../../src/billing/test-billing/test-account.ts'
import { listPage } from './list-page.ts'
import { shapes } from './request-shapes.ts'
import {
  chargeObject,
  checkoutObject,
  customerObject,
  disputeObject,
  idsOf,
  invoiceObject,
  invoiceStatus,
  methodObject,
  paymentObject,
  priceObject,
  productObject,
  refundObject,
  seconds,
  subscriptionObject,
} from './stripe-objects.ts'
import { badRequest, noSuch } from './stripe-problem.ts'
import type { KeptCustomer, KeptDetails, StripeState } from './stripe-state.ts'

export interface Call {
  readonly method: string
  readonly path: string
  readonly params: unknown
}

interface Endpoint {
  readonly method: string
  readonly path: RegExp
  readonly shape: z.ZodType
  readonly answer: (params: never, id: string) => object
}

const nothingMore: KeptDetails = { metadata: {}, reference: null }

/** The endpoints of Stripe's that are used, on what the Stripe of a test knows. */
export class StripeEndpoints {
  readonly events: Stripe.Event[] = []
  readonly #state: StripeState
  readonly #now: () => number
  readonly #endpoints: readonly Endpoint[]

  constructor(state: StripeState, now: () => number) {
    this.#state = state
    this.#now = now
    this.#endpoints = this.#all()
  }

  answer({ method, path, params }: Call): object {
    for (const endpoint of this.#endpoints) {
      const match = endpoint.path.exec(path)
      if (endpoint.method !== method || match === null) continue
      const parsed = endpoint.shape.safeParse(params)
      if (!parsed.success) {
        const [issue] = parsed.error.issues
        throw badRequest(
          `Received a parameter that is not taken here: ${issue?.path.join('.')} ${issue?.message}`,
          issue?.path.join('.'),
        )
      }
      return endpoint.answer(parsed.data as never, match[1] ?? '')
    }
    throw badRequest(`Unrecognized request URL (${method}: ${path}).`)
  }

  /** The object of an id, for what is asked for whole. */
  find(id: string): object | undefined {
    const invoiceId = id.replace(/^(pi|ch)_(?=in_)/, '')
    if (id.startsWith('cus_')) return customerObject(this.#state.customer(id))
    if (id.startsWith('pm_')) return methodObject(id)
    if (id.startsWith('pi_')) return this.#payment(id)
    if (id.startsWith('in_')) return this.#invoice(invoiceId)
    if (id.startsWith('sub_')) return this.subscription(id)
    return undefined
  }

  subscription(id: string): Stripe.Subscription {
    const { customer, found } = this.#state.subscription(id)
    const details = this.#state.details.get(id) ?? nothingMore
    return subscriptionObject(customer.account, found, details, this.#price(found.price.id))
  }

  checkout(id: string): Stripe.Checkout.Session {
    const { customer, found } = this.#state.checkout(id)
    return checkoutObject(customer.account, found, this.#state.details.get(id) ?? nothingMore)
  }

  invoice(id: string): Stripe.Invoice {
    return this.#invoice(id)
  }

  charge(invoiceId: string): Stripe.Charge {
    const { customer, found } = this.#state.invoice(invoiceId)
    return chargeObject(customer.account, found)
  }

  disputes(): Stripe.Dispute[] {
    return this.#state.disputes
      .map((dispute) => disputeObject(dispute, this.#state.invoice(dispute.invoiceId).found))
      .toReversed()
  }

  priceOf(id: string): TestPrice {
    const { unit_amount: amount, currency } = this.#price(id)
    return { id, amount: amount ?? 0, currency }
  }

  #all(): Endpoint[] {
    return [
      endpoint('POST', '/customers', shapes.createCustomer, ({ email, metadata }) =>
        customerObject(this.#state.addCustomer(email ?? '', metadata ?? {}, this.#now())),
      ),
      endpoint('POST', '/checkout/sessions', shapes.createCheckout, (order) =>
        this.#openCheckout(order),
      ),
      endpoint('GET', '/checkout/sessions/:id', shapes.none, (_, id) => this.checkout(id)),
      endpoint('POST', '/checkout/sessions/:id/expire', shapes.none, (_, id) => {
        const { customer, found } = this.#state.checkout(id)
        if (found.status !== 'open')
          throw badRequest('Only Checkout Sessions that are open expire.')
        this.#state.change(customer, this.#now(), (biller) => biller.expireCheckout(found))
        return this.checkout(id)
      }),
      endpoint('POST', '/billing_portal/sessions', shapes.createPortal, (order) =>
        this.#openPortal(order),
      ),
      endpoint('GET', '/subscriptions', shapes.listSubscriptions, (asked) =>
        this.#subscriptions(asked),
      ),
      endpoint('GET', '/subscriptions/:id', shapes.none, (_, id) => this.subscription(id)),
      endpoint('POST', '/subscriptions/:id', shapes.updateSubscription, (change, id) =>
        this.#update(id, change),
      ),
      endpoint('DELETE', '/subscriptions/:id', shapes.none, (_, id) => {
        const { customer, found } = this.#state.subscription(id)
        if (found.endedAt !== null) throw noSuch('subscription', id)
        this.#state.change(customer, this.#now(), (biller) => biller.end(found))
        return this.subscription(id)
      }),
      endpoint('GET', '/invoices', shapes.listInvoices, (asked) =>
        listPage(this.#invoices(asked), asked, '/v1/invoices'),
      ),
      endpoint('GET', '/invoices/:id', shapes.none, (_, id) => this.#invoice(id)),
      endpoint('POST', '/invoices/:id/void', shapes.none, (_, id) => {
        const { customer, found } = this.#state.invoice(id)
        if (invoiceStatus(found) !== 'open') throw badRequest('You can only void open invoices.')
        this.#state.change(customer, this.#now(), (biller) => biller.voidInvoice(found))
        return this.#invoice(id)
      }),
      endpoint('GET', '/payment_intents/:id', shapes.none, (_, id) => this.#payment(id)),
      endpoint('GET', '/charges', shapes.listCharges, (asked) =>
        listPage(this.#charges(asked.customer), asked, '/v1/charges'),
      ),
      endpoint('GET', '/refunds', shapes.listRefunds, (asked) =>
        listPage(this.#refunds(asked.created?.gte), asked, '/v1/refunds'),
      ),
      endpoint('GET', '/disputes', shapes.listDisputes, (asked) => {
        const { charge, created } = asked
        const found = this.disputes()
          .filter((dispute) => charge === undefined || dispute.charge === charge)
          .filter((dispute) => dispute.created >= (created?.gte ?? 0))
        return listPage(found, asked, '/v1/disputes')
      }),
      endpoint('GET', '/events', shapes.listEvents, (asked) => {
        const found = this.events
          .filter(({ type }) => asked.types === undefined || asked.types.includes(type))
          .filter(({ created }) => created >= (asked.created?.gte ?? 0))
        return listPage(found.toReversed(), asked, '/v1/events')
      }),
      ...this.#catalogue(),
    ]
  }

  #catalogue(): Endpoint[] {
    return [
      endpoint('GET', '/products/:id', shapes.none, (_, id) => {
        const product = this.#state.products.get(id)
        if (product === undefined) throw noSuch('product', id)
        return product
      }),
      endpoint('POST', '/products', shapes.createProduct, (given) => {
        const id = given.id ?? this.#state.newId('prod')
        if (this.#state.products.has(id)) throw badRequest('Product already exists.', 'id')
        const product = productObject({ ...given, id }, this.#now())
        this.#state.products.set(id, product)
        return product
      }),
      endpoint('GET', '/prices', shapes.listPrices, (asked) => {
        const { lookup_keys: keys, active } = asked
        const found = [...this.#state.prices.values()]
          .filter((price) => keys === undefined || keys.includes(price.lookup_key ?? ''))
          .filter((price) => active === undefined || price.active === active)
        return listPage(found.toReversed(), asked, '/v1/prices')
      }),
      endpoint('POST', '/prices', shapes.createPrice, (given) => this.#createPrice(given)),
    ]
  }

  #createPrice(given: z.infer<typeof shapes.createPrice>): Stripe.Price {
    const key = given.lookup_key ?? null
    const holder = [...this.#state.prices.values()].find((price) => price.lookup_key === key)
    if (key !== null && holder !== undefined) {
      if (given.transfer_lookup_key !== true)
        throw badRequest('A price already uses that lookup key.', 'lookup_key')
      holder.lookup_key = null
    }
    return this.addPrice({ ...given, lookup_key: key })
  }

  addPrice(
    given: Pick<Stripe.Price, 'currency' | 'unit_amount' | 'lookup_key'> & {
      readonly product: string
    },
    id = this.#state.newId('price'),
  ): Stripe.Price {
    const { currency, unit_amount, lookup_key, product } = given
    const price = priceObject({ id, currency, unit_amount, lookup_key, product }, this.#now())
    this.#state.prices.set(id, price)
    return price
  }

  #openCheckout(order: z.infer<typeof shapes.createCheckout>): Stripe.Checkout.Session {
    const metadata = order.subscription_data?.metadata ?? {}
    const customer =
      order.customer === undefined
        ? this.#state.addCustomer(order.customer_email ?? '', metadata, this.#now())
        : this.#state.customer(order.customer)
    const [item] = order.line_items
    const { id } = this.#state.change(customer, this.#now(), (biller) =>
      biller.openCheckout({
        // Stripe's idempotency is of requests, not of orders.
        key: this.#state.newId('key'),
        price: this.priceOf(item?.price ?? ''),
        successUrl: order.success_url,
        cancelUrl: order.cancel_url ?? '',
      }),
    )
    this.#state.details.set(id, { metadata, reference: order.client_reference_id ?? null })
    return this.checkout(id)
  }

  #openPortal(order: z.infer<typeof shapes.createPortal>): Stripe.BillingPortal.Session {
    const { account } = this.#state.customer(order.customer)
    const id = this.#state.newId('bps')
    return {
      id,
      object: 'billing_portal.session',
      configuration: 'bpc_default',
      created: seconds(this.#now()),
      customer: account.id,
      customer_account: null,
      flow: null,
      livemode: false,
      locale: null,
      on_behalf_of: null,
      return_url: order.return_url ?? null,
      url: `https://stripe.test/portal/${id}`,
    }
  }

  #update(id: string, change: z.infer<typeof shapes.updateSubscription>): Stripe.Subscription {
    const { customer, found } = this.#state.subscription(id)
    if (found.endedAt !== null)
      throw badRequest('A canceled subscription can only update metadata.')
    const pending = change.payment_behavior === 'pending_if_incomplete'
    if (pending && change.cancel_at_period_end !== undefined)
      throw badRequest('cancel_at_period_end cannot be part of a pending update.')
    const [item] = change.items ?? []
    if (item !== undefined && item.id !== idsOf.item(id)) throw noSuch('subscription_item', item.id)
    this.#state.change(customer, this.#now(), (biller) => {
      const { cancel_at_period_end: cancels } = change
      if (cancels !== undefined) biller.cancelAtPeriodEnd(found, cancels)
      if (item === undefined) return
      const price = this.priceOf(item.price)
      if (change.billing_cycle_anchor?.type === 'now')
        biller.upgrade(found, price, this.#state.newId('key'))
      else biller.planNext(found, price)
    })
    return this.subscription(id)
  }

  #subscriptions(
    asked: z.infer<typeof shapes.listSubscriptions>,
  ): Stripe.ApiList<Stripe.Subscription> {
    const found = this.#customersAsked(asked.customer)
      .flatMap(({ account }) => account.subscriptions)
      .filter(({ endedAt }) => asked.status === 'all' || endedAt === null)
      .toSorted((a, b) => b.startedAt - a.startedAt || (b.id < a.id ? -1 : 1))
    const { data, ...page } = listPage(found, asked, '/v1/subscriptions')
    return { ...page, data: data.map(({ id }) => this.subscription(id)) }
  }

  #invoices(asked: z.infer<typeof shapes.listInvoices>): Stripe.Invoice[] {
    return this.#customersOfInvoices(asked)
      .flatMap(({ account }) => account.invoices.map((invoice) => ({ account, invoice })))
      .filter(
        ({ invoice }) => (asked.subscription ?? invoice.subscriptionId) === invoice.subscriptionId,
      )
      .filter(({ invoice }) => (asked.status ?? invoiceStatus(invoice)) === invoiceStatus(invoice))
      .toReversed()
      .map(({ account, invoice }) => invoiceObject(account, invoice))
  }

  #customersOfInvoices(asked: z.infer<typeof shapes.listInvoices>): KeptCustomer[] {
    if (asked.subscription === undefined) return this.#customersAsked(asked.customer)
    return [this.#state.subscription(asked.subscription).customer]
  }

  #charges(customerId: string | undefined): Stripe.Charge[] {
    return this.#customersAsked(customerId)
      .flatMap(({ account }) => account.invoices.filter(isCharged).map(({ id }) => this.charge(id)))
      .toReversed()
  }

  #refunds(since = 0): Stripe.Refund[] {
    return this.#state.refunds
      .map((refund) => refundObject(refund, this.#state.invoice(refund.invoiceId).found.currency))
      .filter(({ created }) => created >= since)
      .toReversed()
  }

  #customersAsked(id: string | undefined): KeptCustomer[] {
    return id === undefined ? [...this.#state.customers.values()] : [this.#state.customer(id)]
  }

  #invoice(id: string): Stripe.Invoice {
    const { customer, found } = this.#state.invoice(id)
    return invoiceObject(customer.account, found)
  }

  #payment(id: string): Stripe.PaymentIntent {
    const { customer, found } = this.#state.invoice(id.replace(/^pi_/, ''))
    return paymentObject(customer.account, found)
  }

  #price(id: string): Stripe.Price {
    const price = this.#state.prices.get(id)
    if (price === undefined) throw noSuch('price', id)
    return price
  }
}

function isCharged({ status, total }: TestInvoice): boolean {
  return status === 'paid' && total > 0
}

function endpoint<Shape extends z.ZodType>(
  method: string,
  path: string,
  shape: Shape,
  answer: (params: z.infer<Shape>, id: string) => object,
): Endpoint {
  const pattern = new RegExp(`^/v1${path.replace(':id', '([^/]+)')}$`)
  return { method, path: pattern, shape, answer: answer as Endpoint['answer'] }
}
