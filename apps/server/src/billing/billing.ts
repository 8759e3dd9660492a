import { createHash } from 'node:crypto'
import type { Billing as BillingOfContract, PlanChange, PlanChangeAnswer } from '@rheos/contract'
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Clock } from '../clock.ts'
import { billingCustomers, invoices, subscriptions } from '../db/billing-tables.ts'
import type { Database } from '../db/database.ts'
import { workspaces } from '../db/schema.ts'
import { plans } from '../plans/plans.ts'
import { notFound, Refusal } from '../refusal.ts'
import { planColumns, planInForce } from '../workspaces/plan-in-force.ts'
import { type BillingProvider, BillingProviderError } from './billing-provider.ts'
import type { BillingSync } from './billing-sync.ts'
import { type BillingRecord, billingView, withoutBills } from './billing-view.ts'
import { type PlanChangeStep, planChangeStep } from './law/plan-change.ts'
import { priceText } from './price-text.ts'
import type { Invoice, Subscription } from './subscription.ts'

/** Two years of bills. */
const invoicesMax = 24

/** Whose wish it is. */
export interface Payer {
  readonly workspaceId: string
  readonly email: string
}

export interface BillingOptions {
  readonly database: Database
  readonly provider: BillingProvider
  readonly sync: BillingSync
  readonly clock: Clock
  readonly publicUrl: string
}

/** A workspace's plan and bills, and changing them. */
export class Billing {
  readonly #options: BillingOptions

  constructor(options: BillingOptions) {
    this.#options = options
  }

  /** `bills`: with invoices and card, which are the owner's to see. */
  async overview(
    workspaceId: string,
    { bills }: { readonly bills: boolean },
  ): Promise<BillingOfContract> {
    const view = billingView(await this.#record(workspaceId), this.#options.clock())
    return bills ? view : withoutBills(view)
  }

  /**
   * What became of the wish for a plan. The same wish again changes nothing more; under the same key
   * it gets the same page to pay on. Throws a {@link Refusal}, and then nothing was charged.
   */
  async changePlan(
    payer: Payer,
    { plan, price }: PlanChange,
    idempotencyKey: string,
  ): Promise<PlanChangeAnswer> {
    assertPrice(plan, price)
    const key = createHash('sha256').update(`${payer.workspaceId}/${idempotencyKey}`).digest('hex')
    return this.#reaching(payer, async (customerId) => {
      const { plan: present, subscription } = await this.#record(payer.workspaceId)
      const step = planChangeStep(plan, present, subscription)
      return this.#take(step, { ...payer, customerId, subscription, key })
    })
  }

  /** Where the card is changed. */
  async portal(workspaceId: string): Promise<{ url: string }> {
    const customerId = await this.#customerOf(workspaceId)
    if (customerId === undefined) {
      throw new Refusal(
        'conflict',
        'There is no card yet: choose a plan, and you are asked for one.',
      )
    }
    return reached(() => this.#options.provider.portal(customerId, this.#pageUrl('')))
  }

  /** Asks the provider at once, for who comes back from a page of it before its event does. */
  async refresh(workspaceId: string): Promise<BillingOfContract> {
    const customerId = await this.#customerOf(workspaceId)
    if (customerId !== undefined) await reached(() => this.#options.sync.readAgain(customerId))
    return this.overview(workspaceId, { bills: true })
  }

  /** Alone with the workspace, and with what the provider has of it read this moment. */
  async #reaching<T>(payer: Payer, work: (customerId: string) => Promise<T>): Promise<T> {
    const { sync } = this.#options
    return reached(() =>
      sync.exclusively(payer.workspaceId, async () => {
        const customerId = await this.#ensureCustomer(payer)
        await sync.readLocked(payer.workspaceId, customerId)
        return work(customerId)
      }),
    )
  }

  async #take(step: PlanChangeStep, order: Order): Promise<PlanChangeAnswer> {
    switch (step.kind) {
      case 'nothing':
        return this.#answer('done', order)
      case 'checkout':
        return { kind: 'checkout', url: await this.#checkout(step.plan, order) }
      case 'upgrade':
        return this.#upgrade(step.plan, order)
      case 'pay_first':
        throw new Refusal(
          'conflict',
          'The last payment of your plan failed: pay that bill first, then upgrade. Nothing was charged.',
        )
      default:
        return this.#schedule(step, order)
    }
  }

  async #checkout(plan: CheckoutPlan, order: Order): Promise<string> {
    const { provider } = this.#options
    const { workspaceId, customerId, email, key } = order
    const open = await this.#openCheckout(workspaceId)
    if (open !== undefined && open.key === key) return open.url
    // One page at a time: what is paid on a page left open in another tab would be paid twice.
    if (open !== undefined) await provider.expireCheckout(open.id)
    const { id, url } = await provider.checkout({
      workspaceId,
      plan,
      customerId,
      email,
      successUrl: this.#pageUrl('?checkout=done'),
      cancelUrl: this.#pageUrl('?checkout=cancelled'),
      idempotencyKey: key,
    })
    await this.#options.database.db
      .update(billingCustomers)
      .set({ checkoutId: id, checkoutUrl: url, checkoutKey: key })
      .where(eq(billingCustomers.workspaceId, workspaceId))
    return url
  }

  async #upgrade(plan: CheckoutPlan, order: Order): Promise<PlanChangeAnswer> {
    const { provider } = this.#options
    const outcome = await provider.upgrade(subscriptionIn(order).id, plan, order.key)
    if (outcome.kind === 'declined') {
      throw new Refusal('payment_declined', outcome.reason)
    }
    if (outcome.kind === 'needs_action') return { kind: 'confirm', url: outcome.url }
    return this.#answer('done', order)
  }

  async #schedule(
    step: Extract<PlanChangeStep, { kind: 'plan_next' | 'cancel' | 'resume' }>,
    order: Order,
  ): Promise<PlanChangeAnswer> {
    const { provider } = this.#options
    const { id, plan, cancelsAt } = subscriptionIn(order)
    const cancels = step.kind === 'cancel'
    if (step.kind !== 'cancel' && step.plan !== plan) await provider.planNext(id, step.plan)
    if (cancels !== (cancelsAt !== undefined)) await provider.cancelAtPeriodEnd(id, cancels)
    return this.#answer(step.kind === 'resume' ? 'done' : 'scheduled', order)
  }

  async #answer(kind: 'done' | 'scheduled', order: Order): Promise<PlanChangeAnswer> {
    await this.#options.sync.readLocked(order.workspaceId, order.customerId)
    return { kind, billing: await this.overview(order.workspaceId, { bills: true }) }
  }

  async #record(workspaceId: string): Promise<BillingRecord> {
    const { database, provider, clock } = this.#options
    const { db } = database
    const [workspace] = await db
      .select({ ...planColumns, anchor: workspaces.anchor })
      .from(workspaces)
      .where(and(eq(workspaces.id, workspaceId), isNull(workspaces.deletedAt)))
    if (workspace === undefined) throw notFound('workspace')
    const [live] = await db
      .select({ snapshot: subscriptions.snapshot })
      .from(subscriptions)
      .where(and(eq(subscriptions.workspaceId, workspaceId), subscriptions.live))
    const bills = await db
      .select({ snapshot: invoices.snapshot })
      .from(invoices)
      .where(eq(invoices.workspaceId, workspaceId))
      .orderBy(desc(invoices.createdAt), desc(invoices.id))
      .limit(invoicesMax)
    return {
      provider: provider.kind,
      plan: planInForce(workspace, clock()).id,
      anchor: workspace.anchor,
      subscription: live?.snapshot as Subscription | undefined,
      invoices: bills.map(({ snapshot }) => snapshot as Invoice),
    }
  }

  async #ensureCustomer({ workspaceId, email }: Payer): Promise<string> {
    const known = await this.#customerOf(workspaceId)
    if (known !== undefined) return known
    const { database, provider, clock } = this.#options
    const customerId = await provider.customer(workspaceId, email)
    await database.db
      .insert(billingCustomers)
      .values({ workspaceId, customerId, createdAt: clock() })
    return customerId
  }

  async #customerOf(workspaceId: string): Promise<string | undefined> {
    const [row] = await this.#options.database.db
      .select({ id: billingCustomers.customerId })
      .from(billingCustomers)
      .where(eq(billingCustomers.workspaceId, workspaceId))
    return row?.id
  }

  async #openCheckout(workspaceId: string) {
    const [row] = await this.#options.database.db
      .select()
      .from(billingCustomers)
      .where(eq(billingCustomers.workspaceId, workspaceId))
    const { checkoutId: id, checkoutUrl: url, checkoutKey: key } = row ?? {}
    return id && url && key ? { id, url, key } : undefined
  }

  #pageUrl(query: string): string {
    return `${this.#options.publicUrl}/settings/billing${query}`
  }
}

type CheckoutPlan = Extract<PlanChangeStep, { kind: 'checkout' }>['plan']

interface Order extends Payer {
  readonly customerId: string
  readonly subscription: Subscription | undefined
  readonly key: string
}

function subscriptionIn({ subscription }: Order): Subscription {
  if (subscription === undefined) throw new Error('A paid plan has a subscription.')
  return subscription
}

function assertPrice(plan: PlanChange['plan'], seen: PlanChange['price']): void {
  const { name, price } = plans[plan]
  if (seen.amount === price.amount && seen.currency === price.currency) return
  throw new Refusal(
    'price_changed',
    `The price of ${name} is now ${priceText(price)} a month. Nothing was charged; choose it again to accept it.`,
  )
}

/** The provider may have done what was asked and only its answer be lost. */
async function reached<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof BillingProviderError)) throw error
    throw new Refusal(
      'unavailable',
      'The payment service does not answer just now. Wait a minute and look at your plan before you try again: what was paid shows there by itself.',
    )
  }
}
