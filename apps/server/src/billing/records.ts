import type { LedgerCommands } from '@rheos/credits'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Instant } from '../clock.ts'
import { billingAttention, billingPeriods, invoices, subscriptions } from '../db/billing-tables.ts'
import type { Statements, Transaction } from '../db/database.ts'
import { workspaces } from '../db/schema.ts'
import { lockAccount } from '../workspaces/lock-account.ts'
import { fingerprint } from './fingerprint.ts'
import type { BillingFacts } from './law/billing-facts.ts'
import type { BillingDecision } from './law/decide-billing.ts'
import type { PaidPeriod } from './law/paid-period.ts'
import { rowOf, type Standing, standingOf } from './law/standing.ts'
import type { Subscription } from './subscription.ts'

/**
 * What is known of a workspace, with the meter's lock on its account: nothing of it changes until the
 * transaction ends. Undefined: there is no such workspace any more.
 */
export async function loadFacts(
  tx: Transaction,
  ledger: LedgerCommands,
  workspaceId: string,
  now: Instant,
): Promise<Omit<BillingFacts, 'used'> | undefined> {
  const balance = await lockAccount(ledger, workspaceId)
  const standing = await loadStanding(tx, workspaceId)
  if (balance === undefined || standing === undefined) return undefined
  return {
    now: Math.max(now, balance.at),
    standing,
    subscriptionId: await liveSubscriptionId(tx.db, workspaceId),
    periods: await loadPeriods(tx.db, workspaceId),
    grants: balance.grants.filter(({ endsAt }) => endsAt > balance.at),
  }
}

async function loadStanding(tx: Transaction, workspaceId: string): Promise<Standing | undefined> {
  const [row] = await tx.db
    .select()
    .from(workspaces)
    .where(and(eq(workspaces.id, workspaceId), isNull(workspaces.deletedAt)))
    .for('no key update')
  return row && standingOf(row)
}

async function liveSubscriptionId(db: Statements, workspaceId: string) {
  const [row] = await db
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(and(eq(subscriptions.workspaceId, workspaceId), subscriptions.live))
  return row?.id
}

async function loadPeriods(db: Statements, workspaceId: string): Promise<PaidPeriod[]> {
  const rows = await db
    .select()
    .from(billingPeriods)
    .where(eq(billingPeriods.workspaceId, workspaceId))
  return rows.map(({ workspaceId: _, lineId, ...period }) => ({
    ...period,
    lineId: lineId ?? undefined,
  }))
}

/** The subscriptions as the provider said them last. */
export async function recordedSubscriptions(
  db: Statements,
  workspaceId: string,
): Promise<Subscription[]> {
  const rows = await db
    .select({ snapshot: subscriptions.snapshot })
    .from(subscriptions)
    .where(eq(subscriptions.workspaceId, workspaceId))
  return rows.map(({ snapshot }) => snapshot as Subscription)
}

/** Writes what was decided; the meter's part is done by then. */
export async function saveDecision(
  tx: Transaction,
  workspaceId: string,
  { standing, subscriptionId, periods, attention }: BillingDecision,
  read: { readonly subscriptions: readonly Subscription[]; readonly at: Instant },
): Promise<void> {
  await tx.db.update(workspaces).set(rowOf(standing)).where(eq(workspaces.id, workspaceId))
  await saveSubscriptions(tx, workspaceId, subscriptionId, read)
  await savePeriods(tx, workspaceId, periods)
  if (attention.length > 0) {
    const rows = attention.map((told) => ({ ...told, workspaceId, at: read.at }))
    await tx.db.insert(billingAttention).values(rows).onConflictDoNothing()
  }
}

async function savePeriods(
  tx: Transaction,
  workspaceId: string,
  periods: readonly PaidPeriod[],
): Promise<void> {
  if (periods.length === 0) return
  const { subscriptionId, start, plan } = billingPeriods
  await tx.db
    .insert(billingPeriods)
    .values(periods.map((period) => ({ ...period, workspaceId, lineId: period.lineId ?? null })))
    .onConflictDoUpdate({
      target: [billingPeriods.workspaceId, subscriptionId, start, plan],
      set: {
        end: sql`excluded.ends_at`,
        state: sql`excluded.state`,
        lineId: sql`excluded.line_id`,
        granted: sql`excluded.granted`,
        byAllowance: sql`excluded.by_allowance`,
        taken: sql`excluded.taken`,
        moves: sql`excluded.moves`,
        shortfall: sql`excluded.shortfall`,
      },
    })
}

/** What the provider said, and which of them gives the plan. */
export async function saveSubscriptions(
  tx: Transaction,
  workspaceId: string,
  liveId: string | undefined,
  read: { readonly subscriptions: readonly Subscription[]; readonly at: Instant },
): Promise<void> {
  // The one that lives no longer first: there is one at every moment.
  await tx.db
    .update(subscriptions)
    .set({ live: false })
    .where(and(eq(subscriptions.workspaceId, workspaceId), subscriptions.live))
  for (const snapshot of read.subscriptions) {
    const { id } = snapshot
    const set = {
      live: id === liveId,
      snapshot,
      fingerprint: fingerprint(snapshot),
      readAt: read.at,
    }
    await tx.db
      .insert(subscriptions)
      .values({ workspaceId, id, ...set })
      .onConflictDoUpdate({ target: subscriptions.id, set })
    await saveInvoices(tx, workspaceId, snapshot)
  }
}

async function saveInvoices(
  tx: Transaction,
  workspaceId: string,
  { id: subscriptionId, invoices: read }: Subscription,
): Promise<void> {
  if (read.length === 0) return
  await tx.db
    .insert(invoices)
    .values(
      read.map((snapshot) => {
        const { id, createdAt } = snapshot
        return { workspaceId, id, subscriptionId, createdAt, snapshot }
      }),
    )
    .onConflictDoUpdate({ target: invoices.id, set: { snapshot: sql`excluded.snapshot` } })
}
