import { and, asc, eq } from 'drizzle-orm'
import type { Database, Transaction } from '../../db/database.ts'
import { deliveries, deliveryTargets } from '../../db/publishing-tables.ts'
import type { FrozenPost } from '../frozen-post.ts'
import type { TargetRow } from './claim-deliveries.ts'

interface DeliveryId {
  readonly workspaceId: string
  readonly id: string
}

/** Of what state of the post the targets were made. */
export async function rememberFrozen(
  tx: Pick<Transaction, 'db'>,
  { workspaceId, id }: DeliveryId,
  { postRevision, watermark, contentHash }: FrozenPost,
): Promise<void> {
  await tx.db
    .update(deliveries)
    .set({ postRevision, watermark, contentHash })
    .where(and(eq(deliveries.workspaceId, workspaceId), eq(deliveries.id, id)))
}

export function readTargets(
  { db }: Pick<Database, 'db'>,
  { workspaceId, id }: DeliveryId,
): Promise<TargetRow[]> {
  return db
    .select()
    .from(deliveryTargets)
    .where(and(eq(deliveryTargets.workspaceId, workspaceId), eq(deliveryTargets.deliveryId, id)))
    .orderBy(asc(deliveryTargets.index))
}
