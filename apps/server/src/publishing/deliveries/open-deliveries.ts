import type { Network } from '@rheos/contract'
import { and, eq, inArray } from 'drizzle-orm'
import type { Instant } from '../../clock.ts'
import type { Transaction } from '../../db/database.ts'
import { deliveries, deliveryTargets } from '../../db/publishing-tables.ts'
import type { Networks } from '../../networks/networks.ts'
import { Refusal } from '../../refusal.ts'
import type { FrozenPost } from '../frozen-post.ts'
import { visibleStates } from '../law/target.ts'
import { keepEvents } from './delivery-event.ts'
import { followDeliveries } from './follow-deliveries.ts'
import { tellNoLonger } from './tell-of-delivery.ts'

export interface DeliveryOrder {
  readonly socialAccountId: string
  readonly network: Network
  readonly frozen: FrozenPost
}

export interface OpenDeliveries {
  readonly workspaceId: string
  readonly postId: string
  readonly dueAt: Instant
  readonly createdBy: string
  readonly orders: readonly DeliveryOrder[]
  /** False: these are all accounts that the post goes to, and what waits for others is withdrawn. */
  readonly keepsOthers?: boolean
}

interface Tools {
  readonly networks: Networks
  readonly newId: () => string
  readonly now: Instant
}

type Row = typeof deliveries.$inferSelect

/** What has begun, or is done: nothing is begun there anew. */
const untouchable: readonly Row['state'][] = [
  'publishing',
  'waiting',
  'unconfirmed',
  'needs_person',
  'published',
]

/**
 * Sends a post on its way to accounts, or changes when and with what it goes. Whoever calls holds the
 * lock of the post. Refuses where it is under way or out already.
 */
export async function openDeliveries(
  tx: Transaction,
  order: OpenDeliveries,
  tools: Tools,
): Promise<void> {
  const { workspaceId, postId, orders } = order
  const ofPost = and(eq(deliveries.workspaceId, workspaceId), eq(deliveries.postId, postId))
  const known = await tx.db.select().from(deliveries).where(ofPost).for('update')
  const wanted = new Set(orders.map(({ socialAccountId }) => socialAccountId))
  const begun = await begunIds(tx, workspaceId, known)
  for (const row of known) if (wanted.has(row.socialAccountId)) refuseBegun(row, begun)
  if (order.keepsOthers !== true) await withdrawOthers(tx, known, wanted)
  for (const each of orders) {
    const row = known.find((other) => other.socialAccountId === each.socialAccountId)
    await openOne(tx, order, each, row, tools)
  }
  await followDeliveries(tx, [order])
}

/** Of which something may be visible at the network, whatever became of the rest. */
async function begunIds(
  tx: Transaction,
  workspaceId: string,
  known: readonly Row[],
): Promise<ReadonlySet<string>> {
  if (known.length === 0) return new Set()
  const ids = known.map(({ id }) => id)
  const rows = await tx.db
    .select({ id: deliveryTargets.deliveryId })
    .from(deliveryTargets)
    .where(
      and(
        eq(deliveryTargets.workspaceId, workspaceId),
        inArray(deliveryTargets.deliveryId, ids),
        inArray(deliveryTargets.state, [...visibleStates]),
      ),
    )
  return new Set(rows.map(({ id }) => id))
}

function refuseBegun(row: Row, begun: ReadonlySet<string>): void {
  if (!untouchable.includes(row.state) && row.leaseOwner === null && !begun.has(row.id)) return
  throw new Refusal(
    'already_publishing',
    row.state === 'published'
      ? 'This post is out at one of these accounts already: duplicate it to publish it there again.'
      : 'This post is already on its way to one of these accounts: see how far it is on its page.',
  )
}

/** Accounts that were taken away from the schedule. */
async function withdrawOthers(
  tx: Transaction,
  known: readonly Row[],
  wanted: ReadonlySet<string>,
): Promise<void> {
  const gone = known.filter(
    (row) =>
      !wanted.has(row.socialAccountId) && row.state === 'scheduled' && row.leaseOwner === null,
  )
  if (gone.length === 0) return
  const [first] = gone
  if (first === undefined) return
  await tx.db.delete(deliveries).where(
    and(
      eq(deliveries.workspaceId, first.workspaceId),
      inArray(
        deliveries.id,
        gone.map(({ id }) => id),
      ),
    ),
  )
}

async function openOne(
  tx: Transaction,
  { workspaceId, postId, dueAt, createdBy }: OpenDeliveries,
  { socialAccountId, network, frozen }: DeliveryOrder,
  known: Row | undefined,
  { networks, newId, now }: Tools,
): Promise<void> {
  const id = known?.id ?? newId()
  const begun = {
    state: 'scheduled',
    dueAt,
    nextAt: dueAt,
    postRevision: frozen.postRevision,
    watermark: frozen.watermark,
    contentHash: frozen.contentHash,
    attempts: 0,
    problemCode: null,
    problemDetail: null,
    problemAction: null,
    url: null,
    updatedAt: now,
    endedAt: null,
  } as const
  await tx.db
    .insert(deliveries)
    .values({
      workspaceId,
      id,
      postId,
      socialAccountId,
      network,
      createdBy,
      createdAt: now,
      ...begun,
    })
    .onConflictDoUpdate({ target: [deliveries.workspaceId, deliveries.id], set: begun })
  const adapter = networks.get(network)
  if (adapter === undefined) throw new Error(`No adapter is there for ${network}.`)
  const mint = () => adapter.mintKey({ id: newId(), at: dueAt })
  await writeTargets(tx, { workspaceId, id }, frozen, mint, now)
  await tellNoLonger(tx, { workspaceId, id })
  await keepEvents(tx, { workspaceId, id }, now, [
    { kind: known === undefined ? 'scheduled' : 'changed' },
  ])
}

/** Puts targets in the place of those that were; none of them may have been sent. */
export async function writeTargets(
  tx: Pick<Transaction, 'db'>,
  { workspaceId, id }: { readonly workspaceId: string; readonly id: string },
  frozen: FrozenPost,
  mint: () => string,
  now: Instant,
): Promise<void> {
  const ofDelivery = and(
    eq(deliveryTargets.workspaceId, workspaceId),
    eq(deliveryTargets.deliveryId, id),
  )
  await tx.db.delete(deliveryTargets).where(ofDelivery)
  await tx.db.insert(deliveryTargets).values(
    frozen.targets.map(({ kind, content }, index) => ({
      workspaceId,
      deliveryId: id,
      index,
      kind,
      state: 'scheduled' as const,
      content,
      key: mint(),
      updatedAt: now,
    })),
  )
}
