import type { Ledger } from '@rheos/credits'
import type { Queryable } from '@rheos/credits/postgres'
import { and, asc, eq, gt, isNull, lte } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Clock, Instant } from '../clock.ts'
import { billingCustomers } from '../db/billing-tables.ts'
import { type Database, sqlState, type Transaction } from '../db/database.ts'
import { workspaces } from '../db/schema.ts'
import { Turns } from '../library/turns.ts'
import { Refusal } from '../refusal.ts'
import { type FailedPayment, tellOfPayment } from '../workspaces/payment-notices.ts'
import type { BillingProvider } from './billing-provider.ts'
import { carryOut } from './carry-out.ts'
import { type BillingDecision, decideBilling } from './law/decide-billing.ts'
import { loadFacts, recordedSubscriptions, saveDecision, saveSubscriptions } from './records.ts'
import type { Subscription } from './subscription.ts'
import { useOfEnded } from './use-of-ended.ts'

/** Tells every process, at commit, that the plan of a workspace or its bills are others. */
export const billingChannel = 'billing'

/** Whoever waits longer for another change of the same plan is told so. */
const lockTimeoutMs = 20_000
const dueBatchMax = 100
/** Each keeps a connection while it needs another one: fewer than half of them. */
const exclusiveMax = 6
const lockNotAvailable = '55P03'

/** What reading a customer again came to. */
export type ReadOutcome =
  | { readonly kind: 'synced'; readonly workspaceId: string }
  /** Its workspace is gone; what lived of its subscriptions was ended. */
  | { readonly kind: 'deleted'; readonly workspaceId: string }
  | { readonly kind: 'unknown_customer' }

export interface BillingSyncOptions {
  readonly database: Database
  /** For transactions that touch the meter. */
  readonly metered: Database
  readonly ledger: Ledger<Queryable>
  readonly provider: BillingProvider
  readonly clock: Clock
  readonly log: Logger
}

/**
 * Brings a workspace's plan and credits in line with its subscriptions. Whatever the reason to look,
 * it looks at what is, so it can be done any number of times and in any order.
 */
export class BillingSync {
  readonly #options: BillingSyncOptions
  readonly #turns = new Turns(exclusiveMax)

  constructor(options: BillingSyncOptions) {
    this.#options = options
  }

  /** Reads what the provider has of a customer, and acts on it. */
  async readAgain(customerId: string): Promise<ReadOutcome> {
    const workspaceId = await this.#workspaceOf(customerId)
    if (workspaceId === undefined) return { kind: 'unknown_customer' }
    return this.exclusively(workspaceId, () => this.readLocked(workspaceId, customerId))
  }

  /** The same for who has the workspace to themselves already. */
  async readLocked(workspaceId: string, customerId: string): Promise<ReadOutcome> {
    const { provider, metered } = this.#options
    const apply = async () => {
      const read = await provider.ofCustomer(customerId)
      return metered.transaction((tx) => this.#decide(tx, workspaceId, read))
    }
    const decision = await apply()
    if (decision === undefined) return this.#endAll(workspaceId, customerId)
    if (decision.surplus.length > 0) {
      for (const id of decision.surplus) await provider.endNow(id)
      await apply()
    }
    return { kind: 'synced', workspaceId }
  }

  /** What time alone has changed since the provider was last read, without asking it. */
  async applyDue(workspaceId: string): Promise<void> {
    const { metered, database, clock } = this.#options
    const [due] = await database.db
      .select({ id: workspaces.id })
      .from(workspaces)
      .where(and(eq(workspaces.id, workspaceId), lte(workspaces.dueAt, clock())))
    if (due === undefined) return
    await metered.transaction((tx) => this.#decide(tx, workspaceId))
  }

  /** The same for every workspace; one that fails holds up no other. */
  async applyAllDue(): Promise<void> {
    const { log } = this.#options
    let due = await this.#due('')
    while (due.length > 0) {
      for (const id of due) {
        await this.applyDue(id).catch((error) =>
          log.error({ err: error, workspaceId: id }, 'what is due of a plan could not be done yet'),
        )
      }
      due = await this.#due(due.at(-1) ?? '')
    }
  }

  /** The next of them. Those that failed are passed over until the next minute. */
  async #due(after: string): Promise<string[]> {
    const { database, clock } = this.#options
    const { id, deletedAt, dueAt } = workspaces
    const rows = await database.db
      .select({ id })
      .from(workspaces)
      .where(and(isNull(deletedAt), lte(dueAt, clock()), gt(id, after)))
      .orderBy(asc(id))
      .limit(dueBatchMax)
    return rows.map((row) => row.id)
  }

  /**
   * One at a time for one workspace, whatever the process: between reading the provider and acting on
   * it nobody else does, and two tabs that buy at once buy one after the other.
   */
  async exclusively<T>(workspaceId: string, work: () => Promise<T>): Promise<T> {
    return this.#turns.take(() =>
      this.#options.database.transaction(async (tx) => {
        await tx.query(`set local lock_timeout = ${lockTimeoutMs}`)
        await lockBilling(tx, workspaceId)
        return work()
      }),
    )
  }

  /** On what the provider says, or else on what it said last. Undefined: there is no such workspace. */
  async #decide(
    tx: Transaction,
    workspaceId: string,
    read?: readonly Subscription[],
  ): Promise<BillingDecision | undefined> {
    const { clock } = this.#options
    const ledger = this.#options.ledger.within(tx)
    const facts = await loadFacts(tx, ledger, workspaceId, clock())
    if (facts === undefined) return undefined
    // Only now, under the lock: whoever had it before may have read the provider.
    const subscriptions = read ?? (await recordedSubscriptions(tx.db, workspaceId))
    const used = await useOfEnded(ledger, workspaceId, facts, subscriptions)
    const decision = decideBilling({ ...facts, used }, subscriptions)
    await carryOut(ledger, workspaceId, decision.commands)
    await saveDecision(tx, workspaceId, decision, { subscriptions, at: clock() })
    await tellOfPayment(tx, workspaceId, failedPayment(subscriptions, decision), clock())
    await tx.query('select pg_notify($1, $2)', [billingChannel, workspaceId])
    return decision
  }

  /** Nobody is left who could use what was subscribed to before `at`; a workspace made anew could. */
  async end(deleted: { readonly workspaceId: string; readonly deletedAt: Instant }): Promise<void> {
    const { database, provider } = this.#options
    const { workspaceId, deletedAt } = deleted
    await this.exclusively(workspaceId, async () => {
      const [row] = await database.db
        .select()
        .from(billingCustomers)
        .where(eq(billingCustomers.workspaceId, workspaceId))
      if (row === undefined) return
      if (row.checkoutId !== null) await provider.expireCheckout(row.checkoutId)
      await this.#endStartedBefore(row.customerId, deletedAt)
      await this.readLocked(workspaceId, row.customerId)
    })
  }

  async #endStartedBefore(customerId: string, at: Instant): Promise<void> {
    for (const subscription of await this.#options.provider.ofCustomer(customerId)) {
      const { id, status, startedAt } = subscription
      if (status !== 'ended' && startedAt <= at) await this.#options.provider.endNow(id)
    }
  }

  /** Of a workspace that is gone: what lives of its subscriptions ends. */
  async #endAll(workspaceId: string, customerId: string): Promise<ReadOutcome> {
    const { provider, database, clock } = this.#options
    await this.#endStartedBefore(customerId, Infinity)
    const subscriptions = await provider.ofCustomer(customerId)
    await database.transaction((tx) =>
      saveSubscriptions(tx, workspaceId, undefined, { subscriptions, at: clock() }),
    )
    return { kind: 'deleted', workspaceId }
  }

  /** A customer is of one workspace. One made at the provider is known by what its subscription says. */
  async #workspaceOf(customerId: string): Promise<string | undefined> {
    const { database, provider, clock } = this.#options
    const known = await this.#ownerOf(customerId)
    if (known !== undefined) return known
    for (const { workspaceId } of await provider.ofCustomer(customerId)) {
      if (workspaceId === undefined) continue
      const [workspace] = await database.db
        .select({ id: workspaces.id })
        .from(workspaces)
        .where(eq(workspaces.id, workspaceId))
      if (workspace === undefined) continue
      await database.db
        .insert(billingCustomers)
        .values({ workspaceId, customerId, createdAt: clock() })
        .onConflictDoNothing()
      return this.#ownerOf(customerId)
    }
    return undefined
  }

  async #ownerOf(customerId: string): Promise<string | undefined> {
    const [row] = await this.#options.database.db
      .select({ workspaceId: billingCustomers.workspaceId })
      .from(billingCustomers)
      .where(eq(billingCustomers.customerId, customerId))
    return row?.workspaceId
  }
}

/** The payment that the present period waits for. */
function failedPayment(
  subscriptions: readonly Subscription[],
  { subscriptionId }: BillingDecision,
): FailedPayment | undefined {
  const chosen = subscriptions.find(({ id }) => id === subscriptionId)
  if (chosen?.status !== 'past_due') return undefined
  const unpaid = chosen.invoices.find(({ status, failed }) => status === 'open' && failed)
  return { periodStart: chosen.period.start, payUrl: unpaid?.payUrl }
}

async function lockBilling(tx: Transaction, workspaceId: string): Promise<void> {
  try {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7236003))', [workspaceId])
  } catch (error) {
    if (sqlState(error) !== lockNotAvailable) throw error
    throw new Refusal(
      'conflict',
      'Another change of this plan is under way. Nothing was charged; try again in a moment.',
    )
  }
}
