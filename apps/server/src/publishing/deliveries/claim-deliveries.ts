import { and, asc, type Column, type SQL, sql } from 'drizzle-orm'
import type { Instant } from '../../clock.ts'
import { type Database, sqlState } from '../../db/database.ts'
import { deliveries, deliveryTargets } from '../../db/publishing-tables.ts'
import { posts, workspaces } from '../../db/schema.ts'
import { planColumns, planInForce } from '../../workspaces/plan-in-force.ts'

export type DeliveryRow = typeof deliveries.$inferSelect
export type TargetRow = typeof deliveryTargets.$inferSelect

/** A delivery that this worker may work on, with all that it has to know. */
export interface Claimed {
  readonly delivery: DeliveryRow
  readonly targets: readonly TargetRow[]
  /** Absent: the post, or its workspace, is gone. */
  readonly post: { readonly revision: number; readonly watermark: boolean } | undefined
}

interface Claim {
  readonly owner: string
  readonly limit: number
  readonly now: Instant
  readonly leaseMs: number
}

/**
 * Takes what is due, and what a dead worker left behind, those that wait longest first; at most one
 * of each account. What another worker is just taking is passed over.
 */
export async function claimDeliveries(database: Database, claim: Claim): Promise<Claimed[]> {
  const rows = await claimedRows(database, claim)
  if (rows.length === 0) return []
  const [targets, known] = await Promise.all([
    database.db
      .select()
      .from(deliveryTargets)
      .where(isAmong(deliveryTargets.workspaceId, deliveryTargets.deliveryId, rows))
      .orderBy(asc(deliveryTargets.index)),
    postsOf(database, rows, claim.now),
  ])
  return rows.map((delivery) => ({
    delivery,
    targets: targets.filter(
      ({ workspaceId, deliveryId }) =>
        workspaceId === delivery.workspaceId && deliveryId === delivery.id,
    ),
    post: known.get(`${delivery.workspaceId} ${delivery.postId}`),
  }))
}

/** When the first of what is not due yet will be; undefined: not until then. */
export async function nextDue(
  { pool }: Database,
  { after, until }: { readonly after: Instant; readonly until: Instant },
): Promise<Instant | undefined> {
  const { rows } = await pool.query<{ next_at: Date }>(takeNext, [new Date(after), new Date(until)])
  return rows[0]?.next_at.getTime()
}

const takeNext = {
  name: 'publishing-next-due',
  text: `select next_at from studio.deliveries where next_at > $1 and next_at <= $2
    order by next_at, id limit 1`,
}

/** One text however many they are, so that it is not put together anew for each number of them. */
function isAmong(
  workspaceId: Column,
  id: Column,
  rows: readonly { readonly workspaceId: string; readonly id: string }[],
): SQL {
  const workspaces = sql.param(rows.map((row) => row.workspaceId))
  const ids = sql.param(rows.map((row) => row.id))
  return sql`(${workspaceId}, ${id}) in (select unnest(${workspaces}::text[]), unnest(${ids}::text[]))`
}

async function postsOf(database: Database, rows: readonly DeliveryRow[], now: Instant) {
  const found = await database.db
    .select({
      workspaceId: posts.workspaceId,
      id: posts.id,
      revision: posts.revision,
      ...planColumns,
    })
    .from(posts)
    .innerJoin(workspaces, sql`${workspaces.id} = ${posts.workspaceId}`)
    .where(
      and(
        isAmong(
          posts.workspaceId,
          posts.id,
          rows.map(({ workspaceId, postId }) => ({ workspaceId, id: postId })),
        ),
        sql`${posts.deletedAt} is null and ${workspaces.deletedAt} is null`,
      ),
    )
  return new Map(
    found.map(({ workspaceId, id, revision, ...plan }) => [
      `${workspaceId} ${id}`,
      { revision, watermark: planInForce(plan, now).watermark },
    ]),
  )
}

async function claimedRows(database: Database, claim: Claim): Promise<DeliveryRow[]> {
  try {
    return await takeRows(database, claim)
  } catch (error) {
    // Another worker took a post of the same account at the same instant: it is looked at again soon.
    if (sqlState(error) === '23505') return []
    throw error
  }
}

async function takeRows(database: Database, claim: Claim): Promise<DeliveryRow[]> {
  const now = new Date(claim.now)
  const until = new Date(claim.now + claim.leaseMs)
  const { rows } = await database.pool.query<{ workspace_id: string; id: string }>(takeDue, [
    now,
    claim.limit * 4,
    claim.limit,
    claim.owner,
    until,
  ])
  if (rows.length === 0) return []
  const taken = rows.map(({ workspace_id, id }) => ({ workspaceId: workspace_id, id }))
  return database.db
    .select()
    .from(deliveries)
    .where(isAmong(deliveries.workspaceId, deliveries.id, taken))
    .orderBy(asc(deliveries.nextAt), asc(deliveries.id))
}

/**
 * However much is due, it goes through the first of it only, in the order of the index: so the question
 * of each whether its account is busy is kept out of the join, and the place that is locked is found by
 * its key. A busy account with very many posts keeps no other waiting.
 */
const takeDue = {
  name: 'publishing-take-due',
  text: `with due as (
    select workspace_id, id, social_account_id, next_at, lease_owner from studio.deliveries as due
    where next_at <= $1 and (lease_owner is null or lease_until <= $1)
      and not exists (
        select from studio.deliveries as other
        where other.workspace_id = due.workspace_id
          and other.social_account_id = due.social_account_id
          and other.lease_owner is not null and other.id <> due.id offset 0
      )
    order by next_at, id limit $2
  ), first_of_account as (
    select distinct on (workspace_id, social_account_id) workspace_id, id, next_at from due
    order by workspace_id, social_account_id, lease_owner nulls last, next_at, id
  ), chosen as (
    select free.workspace_id, free.id from first_of_account
    join studio.deliveries as free using (workspace_id, id)
    where coalesce(free.next_at <= $1, false) and (free.lease_owner is null or free.lease_until <= $1)
    order by first_of_account.next_at, id limit $3 for update of free skip locked
  )
  update studio.deliveries as claimed set lease_owner = $4, lease_until = $5
  from chosen where claimed.workspace_id = chosen.workspace_id and claimed.id = chosen.id
  returning claimed.workspace_id, claimed.id`,
}
