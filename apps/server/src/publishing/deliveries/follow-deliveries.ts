import type { DeliveryState } from '@rheos/contract'
import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../../db/database.ts'
import { deliveries } from '../../db/publishing-tables.ts'
import { posts } from '../../db/schema.ts'
import { postStateOf } from '../law/post-state.ts'
import { announceDelivery } from './delivery-channel.ts'

interface PostOfDelivery {
  readonly workspaceId: string
  readonly postId: string
}

/** Brings a post's state in step with its deliveries, within the transaction that changed them, and says so. */
export async function followDeliveries(tx: Transaction, post: PostOfDelivery): Promise<void> {
  await bringPostInStep(tx, post)
  await announceDelivery(tx, post)
}

/** The same without a word: whoever calls it speaks once it is committed. */
export async function bringPostInStep(
  tx: Transaction,
  { workspaceId, postId }: PostOfDelivery,
): Promise<void> {
  // The post is locked first: two deliveries that end at once would each not see the other's end.
  const thisPost = and(eq(posts.workspaceId, workspaceId), eq(posts.id, postId))
  const [post] = await tx.db
    .select({ state: posts.state })
    .from(posts)
    .where(thisPost)
    .for('update')
  if (post === undefined) return
  const rows = await tx.db
    .select({ state: deliveries.state })
    .from(deliveries)
    .where(and(eq(deliveries.workspaceId, workspaceId), eq(deliveries.postId, postId)))
  const state = postStateOf(rows.map((row): DeliveryState => row.state))
  if (state !== post.state) {
    const schedule =
      state === 'draft'
        ? { scheduledAt: null, wallTime: null, timeZone: null, recurrence: null }
        : {}
    await tx.db
      .update(posts)
      .set({ state, ...schedule })
      .where(thisPost)
  }
}
