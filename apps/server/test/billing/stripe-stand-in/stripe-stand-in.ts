import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import Stripe from 'stripe'
import type { SignedEvent } from '../../../src/billing/billing-provider.ts'
import type { StripeConfig } from '../../../src/billing/stripe/stripe-config.ts'
import type { Biller, BillerEvent } from '../../../src/billing/test-billing/biller.ts'
import type { TestInvoice } from '../../../src/billing/test-billing/test-account.ts'
import type { ChargeResult } from '../../../src/billing/test-billing/test-cards.ts'
import { plans } from '../../../src/plans/plans.ts'
import { Deliveries, type Weather } from './deliveries.ts'
import { expanded } from './expand.ts'
import { parseForm } from './form-body.ts'
import { StripeEndpoints } from './stripe-endpoints.ts'
import { idsOf, seconds } from './stripe-objects.ts'
import { badRequest, StripeProblem } from './stripe-problem.ts'
import { type KeptCustomer, StripeState } from './stripe-state.ts'

/** What is there only when it is asked for whole. */
const hidden: ReadonlySet<string> = new Set(['payments'])
const keyLivesMs = 86_400_000

export interface StandInOptions {
  readonly clock: () => number
  /** Takes events as a webhook would, one after another; absent: nobody listens. */
  readonly onEvent?: (event: SignedEvent) => Promise<void>
  readonly weather?: Weather
}

interface Remembered {
  readonly request: string
  readonly at: number
  readonly status: number
  readonly body: string
}

/** One request that was made, for tests that count. */
export interface MadeRequest {
  readonly method: string
  readonly path: string
  readonly params: Readonly<Record<string, unknown>>
}

/**
 * A Stripe on loopback, with state. It bills by the same engine as test billing, speaks Stripe's protocol,
 * and refuses what Stripe does not publish. Its methods are the hands of the person at the hosted pages, of
 * the bank, and of who works in Stripe's dashboard. Events wait until {@link StripeStandIn.deliver}.
 */
export class StripeStandIn {
  readonly requests: MadeRequest[] = []
  readonly config: StripeConfig
  readonly #state: StripeState
  readonly #endpoints: StripeEndpoints
  readonly #deliveries: Deliveries
  readonly #now: () => number
  readonly #remembered = new Map<string, Remembered>()
  readonly #server: Server

  private constructor(options: StandInOptions, server: Server) {
    // Stripe counts in seconds.
    this.#now = () => Math.floor(options.clock() / 1000) * 1000
    this.#server = server.on('request', (request, response) => void this.#serve(request, response))
    this.#state = new StripeState((event, customerId) => this.#tell(event, customerId))
    this.#endpoints = new StripeEndpoints(this.#state, this.#now)
    const { port } = server.address() as AddressInfo
    this.config = {
      secretKey: 'sk_test_of_the_stand_in',
      webhookSecret: 'whsec_of_the_stand_in',
      prices: { business: 'price_business', team: 'price_team' },
      apiUrl: `http://127.0.0.1:${port}`,
    }
    this.#deliveries = new Deliveries({
      secret: this.config.webhookSecret,
      now: this.#now,
      send: options.onEvent ?? (async () => undefined),
      weather: options.weather,
    })
    for (const { id, price } of [plans.business, plans.team]) this.addPrice(`price_${id}`, price)
  }

  static async start(options: StandInOptions): Promise<StripeStandIn> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new StripeStandIn(options, server)
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** What is due happens; nothing else makes time pass but a request. */
  advance(): void {
    this.#state.advance(this.#now())
  }

  /** Brings what happened to who listens. */
  deliver(): Promise<void> {
    return this.#deliveries.deliver()
  }

  addPrice(id: string, { amount, currency }: { amount: number; currency: string }): void {
    const product = `prod_of_${id}`
    const price = { product, currency: currency.toLowerCase(), unit_amount: amount }
    this.#endpoints.addPrice({ ...price, lookup_key: null }, id)
  }

  /** At the hosted page. */
  pay(checkoutId: string, card: string): ChargeResult {
    const { customer, found } = this.#openCheckout(checkoutId)
    return this.#change(customer, (biller) => {
      const result = biller.payCheckout(found, digitsOf(card))
      this.#handOn(checkoutId, found.subscriptionId)
      return result
    })
  }

  confirmCheckout(checkoutId: string, approved: boolean): void {
    const { customer, found } = this.#openCheckout(checkoutId)
    this.#change(customer, (biller) => {
      biller.confirmCheckout(found, approved)
      this.#handOn(checkoutId, found.subscriptionId)
    })
  }

  changeCard(customerId: string, card: string): ChargeResult {
    return this.#change(this.#state.customer(customerId), (biller) =>
      biller.changeCard(digitsOf(card)),
    )
  }

  /** Without a card the one on file is charged. */
  payInvoice(invoiceId: string, card?: string): ChargeResult {
    return this.#withInvoice(invoiceId, (biller, invoice) =>
      biller.payInvoice(invoice, card && digitsOf(card)),
    )
  }

  confirmInvoice(invoiceId: string, approved: boolean): void {
    this.#withInvoice(invoiceId, (biller, invoice) => biller.confirmInvoice(invoice, approved))
  }

  refund(invoiceId: string, amount?: number): void {
    this.#withInvoice(invoiceId, (biller, invoice) => {
      const before = invoice.refunded
      biller.refund(invoice, amount)
      this.#state.refunds.push({
        id: this.#state.newId('re'),
        invoiceId,
        amount: invoice.refunded - before,
        created: this.#now(),
      })
    })
  }

  dispute(invoiceId: string, state: 'open' | 'won' | 'lost'): void {
    const status = state === 'open' ? 'needs_response' : state
    const known = this.#state.disputes.find((dispute) => dispute.invoiceId === invoiceId)
    if (known !== undefined) known.status = status
    else
      this.#state.disputes.push({
        id: this.#state.newId('dp'),
        invoiceId,
        created: this.#now(),
        status,
      })
    this.#withInvoice(invoiceId, (biller, invoice) => biller.dispute(invoice, state))
  }

  /** Every bill there is, and whose it is. */
  bills(): { readonly workspaceId: string; readonly invoice: TestInvoice }[] {
    return [...this.#state.customers.values()].flatMap(({ account, metadata }) =>
      account.invoices.map((invoice) => ({
        workspaceId: metadata['workspaceId'] ?? '',
        invoice,
      })),
    )
  }

  /** The customer that a workspace has, and its bills, oldest first. */
  billsOf(workspaceId: string) {
    const found = [...this.#state.customers.values()].find(
      ({ metadata }) => metadata['workspaceId'] === workspaceId,
    )
    return found && { customer: found.account.id, bills: found.account.invoices }
  }

  /** As in the dashboard: a subscription that came about without a checkout. */
  subscribe(wish: {
    readonly workspaceId?: string
    readonly customerId?: string
    readonly price?: string
    readonly card?: string
    readonly trialEnd?: number
  }): { readonly customerId: string; readonly subscriptionId: string } {
    const metadata: Stripe.Metadata =
      wish.workspaceId === undefined ? {} : { workspaceId: wish.workspaceId }
    const customer =
      wish.customerId === undefined
        ? this.#state.addCustomer('somebody@example.com', metadata, this.#now())
        : this.#state.customer(wish.customerId)
    const price = this.#endpoints.priceOf(wish.price ?? this.config.prices.business)
    const subscriptionId = this.#change(customer, (biller) => {
      biller.changeCard(digitsOf(wish.card ?? '4242424242424242'))
      const { id } = biller.begin(price, wish.trialEnd)
      this.#state.details.set(id, { metadata, reference: null })
      return id
    })
    return { customerId: customer.account.id, subscriptionId }
  }

  /** As in the dashboard. */
  cancelNow(subscriptionId: string): void {
    const { customer, found } = this.#state.subscription(subscriptionId)
    this.#change(customer, (biller) => biller.end(found))
  }

  #openCheckout(id: string) {
    this.advance()
    const owned = this.#state.checkout(id)
    if (owned.found.status !== 'open') throw new Error(`The checkout is ${owned.found.status}.`)
    return owned
  }

  /** A subscription takes on what its checkout was told. */
  #handOn(checkoutId: string, subscriptionId: string | null): void {
    const details = this.#state.details.get(checkoutId)
    if (subscriptionId !== null && details !== undefined)
      this.#state.details.set(subscriptionId, details)
  }

  #withInvoice<T>(id: string, work: (biller: Biller, invoice: TestInvoice) => T): T {
    const { customer, found } = this.#state.invoice(id)
    return this.#change(customer, (biller) => work(biller, found))
  }

  #change<T>(customer: KeptCustomer, work: (biller: Biller) => T): T {
    return this.#state.change(customer, this.#now(), work)
  }

  #tell(event: BillerEvent, customerId: string): void {
    const told = {
      id: this.#state.newId('evt'),
      object: 'event',
      api_version: Stripe.API_VERSION,
      created: seconds(event.at),
      data: { object: this.#objectOf(event, customerId) },
      livemode: false,
      pending_webhooks: 1,
      request: { id: null, idempotency_key: null },
      type: event.type,
    } as Stripe.Event
    this.#endpoints.events.push(told)
    this.#deliveries.add(told)
  }

  #objectOf(event: BillerEvent, customerId: string): object {
    const { type, subscriptionId, invoiceId, checkoutId } = event
    if (type.startsWith('customer.') && subscriptionId === null)
      return this.#endpoints.find(customerId) ?? {}
    if (checkoutId !== null) return this.#endpoints.checkout(checkoutId)
    if (type.startsWith('charge.dispute') && invoiceId !== null)
      return (
        this.#endpoints.disputes().find(({ charge }) => charge === idsOf.charge(invoiceId)) ?? {}
      )
    if (type.startsWith('charge') && invoiceId !== null) return this.#endpoints.charge(invoiceId)
    if (invoiceId !== null) return this.#endpoints.invoice(invoiceId)
    return this.#endpoints.subscription(subscriptionId ?? '')
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = await text(request)
    const { status, body } = this.#answer(request, sent)
    response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_test' })
    response.end(body)
  }

  #answer(request: IncomingMessage, sent: string): Pick<Remembered, 'status' | 'body'> {
    try {
      return this.#once(request, sent)
    } catch (error) {
      if (!(error instanceof StripeProblem)) throw error
      return { status: error.status, body: JSON.stringify(error.body) }
    }
  }

  /** The same request under the same key is answered as it was. */
  #once(request: IncomingMessage, sent: string): Pick<Remembered, 'status' | 'body'> {
    this.#admit(request)
    const key = request.headers['idempotency-key']?.toString()
    const asked = `${request.method} ${request.url} ${sent}`
    const known = key === undefined ? undefined : this.#remembered.get(key)
    if (known !== undefined && this.#now() - known.at < keyLivesMs) {
      if (known.request === asked) return known
      const type = 'idempotency_error'
      const message = 'Keys for idempotent requests can only be used with the same parameters.'
      throw new StripeProblem(400, { type, message })
    }
    const answer = { status: 200, body: JSON.stringify(this.#do(request, sent)) }
    if (key !== undefined) this.#remembered.set(key, { ...answer, request: asked, at: this.#now() })
    return answer
  }

  #admit({ headers }: IncomingMessage): void {
    if (headers.authorization !== `Bearer ${this.config.secretKey}`)
      throw new StripeProblem(401, { message: 'Invalid API Key provided.' })
    if (headers['stripe-version'] !== Stripe.API_VERSION)
      throw badRequest(`Unexpected API version ${headers['stripe-version']}.`)
  }

  #do({ method = '', url = '' }: IncomingMessage, sent: string): object {
    const { pathname: path, search } = new URL(url, this.config.apiUrl)
    const params = parseForm(method === 'POST' ? sent : search)
    this.requests.push({ method, path, params })
    this.advance()
    const paths = Array.isArray(params['expand']) ? params['expand'].map(String) : []
    const answer = this.#endpoints.answer({ method, path, params })
    return expanded(answer, paths, (id) => this.#endpoints.find(id), hidden)
  }
}

function digitsOf(card: string): string {
  return card.replace(/\D/g, '')
}
