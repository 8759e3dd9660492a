import type { PaidPlanId, PlanId } from '@rheos/contract'
import { type Entry, Ledger } from '@rheos/credits'
import { MemoryStore } from '@rheos/credits/memory'
import { carryOut } from '../../src/billing/carry-out.ts'
import { type BillingDecision, decideBilling } from '../../src/billing/law/decide-billing.ts'
import type { PaidPeriod } from '../../src/billing/law/paid-period.ts'
import { planChangeStep } from '../../src/billing/law/plan-change.ts'
import { freeAllowance, freeBeginning, type Standing } from '../../src/billing/law/standing.ts'
import type { Subscription } from '../../src/billing/subscription.ts'
import { Biller, testTerms } from '../../src/billing/test-billing/biller.ts'
import { subscriptionView } from '../../src/billing/test-billing/subscription-view.ts'
import {
  emptyTestAccount,
  type TestAccount,
  type TestInvoice,
  type TestSubscription,
} from '../../src/billing/test-billing/test-account.ts'
import { useOfEnded } from '../../src/billing/use-of-ended.ts'
import { plans } from '../../src/plans/plans.ts'
import { planInForce } from '../../src/workspaces/plan-in-force.ts'

const id = 'workspace'
const page = { page: (invoice: string) => invoice, pdf: (invoice: string) => invoice }

/** A grant as it was first seen, before anything ended it. */
export interface SeenGrant {
  readonly id: string
  readonly kind: string
  readonly amount: number
  readonly startsAt: number
  readonly endsAt: number
}

/**
 * A workspace and its customer at a provider, in memory: the law and the meter are the real ones, and
 * the provider is the engine of test billing. Nothing happens to the workspace unless it is told to look.
 */
export class SimulatedWorkspace {
  now: number
  standing: Standing
  periods: readonly PaidPeriod[] = []
  readonly account: TestAccount = emptyTestAccount('cus_test_1', id, 'ada@example.com')
  readonly grants = new Map<string, SeenGrant>()
  readonly #ledger: Ledger
  #subscriptionId: string | undefined
  #read: readonly Subscription[] = []
  #made = 0

  private constructor(start: number) {
    this.now = start
    this.standing = freeBeginning({ from: start, start }, start)
    this.#ledger = new Ledger({
      store: new MemoryStore(),
      priceBook: {
        versions: [{ version: 2, effectiveFrom: 0, prices: { 'image.standard': 5 } }],
      },
      now: () => this.now,
      newId: () => `grant-${this.#next()}`,
      openOperationsMax: 100,
      leaseMs: 1000,
    })
  }

  static async signUp(start: number): Promise<SimulatedWorkspace> {
    const workspace = new SimulatedWorkspace(start)
    await workspace.#ledger.setAllowance({
      accountId: id,
      allowance: freeAllowance(workspace.standing),
      reason: 'plan free',
    })
    await workspace.#look()
    return workspace
  }

  /** What the provider does, and what happens to it by itself until now. */
  bill<T>(work: (biller: Biller) => T): T {
    const newId = (kind: string) => `${kind}-${this.#next()}`
    const biller = new Biller(this.account, { terms: testTerms, newId })
    biller.advance(this.now)
    return work(biller)
  }

  /** As the service does, on what the provider has now. */
  async wish(plan: PlanId): Promise<void> {
    await this.sync()
    const step = planChangeStep(plan, this.plan, this.#chosen())
    this.bill((biller) => {
      const [subscription] = this.living()
      if (step.kind === 'checkout') this.#buy(biller, step.plan)
      if (subscription === undefined) return
      if (step.kind === 'upgrade') this.#upgrade(biller, subscription, step.plan)
      if (step.kind === 'plan_next' || step.kind === 'resume') {
        biller.planNext(subscription, priceOf(step.plan))
        biller.cancelAtPeriodEnd(subscription, false)
      }
      if (step.kind === 'cancel') biller.cancelAtPeriodEnd(subscription, true)
    })
  }

  /** Reads the provider and acts on it. */
  async sync(): Promise<BillingDecision> {
    this.#read = this.subscriptions()
    return this.#decide()
  }

  /** What the clock alone has changed, as before every look at the credits. */
  async applyDue(): Promise<void> {
    if (this.standing.dueAt !== undefined && this.standing.dueAt <= this.now) await this.#decide()
  }

  /** Uses up to so many credits. */
  async spend(images: number): Promise<void> {
    await this.applyDue()
    const operationId = await this.hold(images)
    if (operationId !== undefined) await this.settle(operationId, images)
  }

  async hold(images: number): Promise<string | undefined> {
    await this.applyDue()
    const operationId = `operation-${this.#next()}`
    const held = await this.#ledger.hold({
      accountId: id,
      operationId,
      action: 'image.standard',
      quantity: images,
      quote: { version: 2, credits: 5 * images },
      requestHash: '',
      actor: {},
    })
    await this.#look()
    return held.kind === 'held' ? operationId : undefined
  }

  async settle(operationId: string, quantity: number): Promise<void> {
    await this.#ledger.settle({ accountId: id, operationId, quantity })
    await this.#look()
  }

  async release(operationId: string): Promise<void> {
    await this.#ledger.release({ accountId: id, operationId, reason: 'failed' })
    await this.#look()
  }

  get plan(): PlanId {
    const { plan, next } = this.standing
    const row = { plan, planEndsAt: next?.at ?? null, nextPlan: next?.plan ?? null }
    return planInForce(row, this.now).id
  }

  async available(): Promise<number> {
    await this.applyDue()
    return (await this.#look()).available
  }

  entries(): Promise<readonly Entry[]> {
    return this.#ledger.entries(id, { limit: 100_000 })
  }

  subscriptions(): readonly Subscription[] {
    this.bill(() => undefined)
    return this.account.subscriptions
      .toReversed()
      .map((subscription) => subscriptionView(this.account, subscription, page))
  }

  living(): readonly TestSubscription[] {
    return this.account.subscriptions.filter(({ endedAt }) => endedAt === null)
  }

  invoices(): readonly TestInvoice[] {
    return this.account.invoices
  }

  async #decide(): Promise<BillingDecision> {
    const { grants } = await this.#look()
    const facts = {
      now: this.now,
      standing: this.standing,
      subscriptionId: this.#subscriptionId,
      periods: this.periods,
      grants: grants.filter(({ endsAt }) => endsAt > this.now),
    }
    const used = await useOfEnded(this.#ledger, id, facts, this.#read)
    const decision = decideBilling({ ...facts, used }, this.#read)
    await carryOut(this.#ledger, id, decision.commands)
    this.standing = decision.standing
    this.periods = decision.periods
    this.#subscriptionId = decision.subscriptionId
    for (const surplus of decision.surplus) {
      this.bill((biller) => {
        const found = this.account.subscriptions.find((one) => one.id === surplus)
        if (found !== undefined) biller.end(found)
      })
    }
    await this.#look()
    return decision
  }

  #chosen(): Subscription | undefined {
    return this.#read.find((subscription) => subscription.id === this.#subscriptionId)
  }

  #buy(biller: Biller, plan: PaidPlanId): void {
    const key = `key-${this.#next()}`
    const urls = { successUrl: '', cancelUrl: '' }
    const checkout = biller.openCheckout({ key, price: priceOf(plan), ...urls })
    biller.payCheckout(checkout, this.account.card ?? '4242424242424242')
  }

  #upgrade(biller: Biller, subscription: TestSubscription, plan: PaidPlanId): void {
    const invoice = biller.upgrade(subscription, priceOf(plan), `key-${this.#next()}`)
    if (invoice.status === 'paid') biller.cancelAtPeriodEnd(subscription, false)
    else biller.voidInvoice(invoice)
  }

  async #look() {
    const balance = await this.#ledger.balance(id)
    if (balance === undefined) throw new Error('The meter does not know the workspace.')
    for (const { id: grantId, kind, amount, startsAt, endsAt } of balance.grants) {
      if (!this.grants.has(grantId))
        this.grants.set(grantId, { id: grantId, kind, amount, startsAt, endsAt })
    }
    return balance
  }

  #next(): number {
    this.#made += 1
    return this.#made
  }
}

export function priceOf(plan: PaidPlanId) {
  return { id: plan, ...plans[plan].price }
}
