import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Instant } from '../../clock.ts'
import type { Transaction } from '../../db/database.ts'
import { deliveries } from '../../db/publishing-tables.ts'
import { keepEvents } from './delivery-event.ts'
import { followDeliveries, lockPosts } from './follow-deliveries.ts'

interface AccountId {
  readonly workspaceId: string
  readonly socialAccountId: string
}

/** The account is there again: what waited for it goes on (D12). */
export async function accountReconnected(
  tx: Transaction,
  { workspaceId, socialAccountId }: AccountId,
  now: Instant,
): Promise<void> {
  await lockPosts(tx, await openPostsOf(tx, { workspaceId, socialAccountId }))
  const freed = await tx.db
    .update(deliveries)
    .set({ nextAt: now, problemCode: null, problemDetail: null, problemAction: null })
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.socialAccountId, socialAccountId),
        waitsForAccount(),
      ),
    )
    .returning({ workspaceId: deliveries.workspaceId, postId: deliveries.postId })
  await followDeliveries(tx, freed)
}

/** It goes on when its account is connected again. */
export function waitsForAccount() {
  return and(
    inArray(deliveries.state, ['waiting', 'unconfirmed']),
    isNull(deliveries.nextAt),
    isNull(deliveries.leaseOwner),
  )
}

/** The account is gone: what has not begun goes nowhere. */
export async function accountDisconnected(
  tx: Transaction,
  { workspaceId, socialAccountId }: AccountId,
  now: Instant,
): Promise<void> {
  await lockPosts(tx, await openPostsOf(tx, { workspaceId, socialAccountId }))
  const dropped = await tx.db
    .update(deliveries)
    .set({ state: 'dropped', nextAt: null, endedAt: now, updatedAt: now })
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.socialAccountId, socialAccountId),
        inArray(deliveries.state, ['scheduled', 'waiting']),
        isNull(deliveries.leaseOwner),
      ),
    )
    .returning()
  for (const delivery of dropped)
    await keepEvents(tx, delivery, now, [
      { kind: 'dropped', detail: 'The account was disconnected.' },
    ])
  await followDeliveries(tx, dropped)
}

/** The posts that are still on their way to it. */
function openPostsOf(tx: Transaction, { workspaceId, socialAccountId }: AccountId) {
  return tx.db
    .select({ workspaceId: deliveries.workspaceId, postId: deliveries.postId })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.socialAccountId, socialAccountId),
        isNull(deliveries.endedAt),
      ),
    )
}

/** Those of a post that have not begun are gone as if they had never been. */
export async function withdrawDeliveries(
  tx: Transaction,
  { workspaceId, postId }: { readonly workspaceId: string; readonly postId: string },
): Promise<void> {
  await tx.db
    .delete(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.postId, postId),
        eq(deliveries.state, 'scheduled'),
        isNull(deliveries.leaseOwner),
      ),
    )
  await followDeliveries(tx, [{ workspaceId, postId }])
}
