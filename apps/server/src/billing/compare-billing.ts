import { eq, inArray, max } from 'drizzle-orm'
import type { Logger } from 'pino'
import { type Clock, dayMs } from '../clock.ts'
import { billingEvents, subscriptions } from '../db/billing-tables.ts'
import type { Database } from '../db/database.ts'
import type { BillingEvents } from './billing-events.ts'
import type { BillingProvider } from './billing-provider.ts'
import type { BillingSync } from './billing-sync.ts'
import { fingerprint } from './fingerprint.ts'
import type { Subscription } from './subscription.ts'

/** So far back every comparison looks for events that were lost; further when none came for longer. */
const lostWithinMs = 3 * dayMs
/** No provider tells of more. */
const keptForMs = 30 * dayMs

export interface BillingComparison {
  readonly subscriptions: number
  /** Customers that were read again since something differed. */
  readonly repaired: number
  /** Events that nobody had told of. */
  readonly lostEvents: number
  readonly failed: number
}

/**
 * Compares everything that the provider has with what is recorded, page by page, and reads again only
 * who differs: it repairs what lost events left undone.
 */
export async function compareBilling(
  options: BillingComparisonOptions,
): Promise<BillingComparison> {
  const { database, provider, log } = options
  const seen = new Set<string>()
  const differing = new Set<string>()
  for await (const page of provider.all()) {
    for (const { id } of page) seen.add(id)
    for (const { customerId } of await unlikeRecorded(database, page)) differing.add(customerId)
  }
  for (const customerId of await missing(database, seen)) differing.add(customerId)
  const failed = await readAll(options, [...differing])
  const lostEvents = await fetchLost(options)
  const repaired = differing.size - failed
  const comparison = { subscriptions: seen.size, repaired, lostEvents, failed }
  if (differing.size > 0 || lostEvents > 0)
    log.warn(comparison, 'what was recorded of subscriptions differed from what the provider has')
  return comparison
}

export interface BillingComparisonOptions {
  readonly database: Database
  readonly provider: BillingProvider
  readonly sync: BillingSync
  readonly events: Pick<BillingEvents, 'keep'>
  readonly clock: Clock
  readonly log: Logger
}

/** What happened to subscriptions that live no more, and to money, shows in events alone. */
async function fetchLost({
  database,
  provider,
  events,
  clock,
}: BillingComparisonOptions): Promise<number> {
  const now = clock()
  const [latest] = await database.db
    .select({ at: max(billingEvents.receivedAt) })
    .from(billingEvents)
  const since = Math.min(latest?.at ?? now, now - lostWithinMs)
  let lost = 0
  for await (const page of provider.eventsSince(Math.max(since, now - keptForMs))) {
    lost += await events.keep(page)
  }
  return lost
}

async function readAll(
  { sync, log }: { readonly sync: BillingSync; readonly log: Logger },
  customerIds: readonly string[],
): Promise<number> {
  let failed = 0
  for (const customerId of customerIds) {
    try {
      await sync.readAgain(customerId)
    } catch (error) {
      failed += 1
      log.error({ err: error, customerId }, 'a customer could not be read again')
    }
  }
  return failed
}

async function unlikeRecorded(
  database: Database,
  page: readonly Subscription[],
): Promise<readonly Subscription[]> {
  if (page.length === 0) return []
  const ids = page.map(({ id }) => id)
  const rows = await database.db
    .select({ id: subscriptions.id, fingerprint: subscriptions.fingerprint })
    .from(subscriptions)
    .where(inArray(subscriptions.id, ids))
  const recorded = new Map(rows.map((row) => [row.id, row.fingerprint]))
  return page.filter((subscription) => recorded.get(subscription.id) !== fingerprint(subscription))
}

/** Customers whose living subscription the provider does not have. */
async function missing(database: Database, seen: ReadonlySet<string>): Promise<string[]> {
  const rows = await database.db
    .select({ id: subscriptions.id, snapshot: subscriptions.snapshot })
    .from(subscriptions)
    .where(eq(subscriptions.live, true))
  return rows
    .filter(({ id }) => !seen.has(id))
    .map(({ snapshot }) => (snapshot as Subscription).customerId)
}
