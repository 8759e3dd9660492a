import type { Transaction } from '../../db/database.ts'

/** Tells every process that a post moved on its way, and that there may be something to do. */
export const deliveryChannel = 'deliveries'

export interface DeliveryNews {
  readonly workspaceId: string
  readonly postId: string
}

export async function announceDelivery(
  tx: Pick<Transaction, 'query'>,
  { workspaceId, postId }: DeliveryNews,
): Promise<void> {
  const news: DeliveryNews = { workspaceId, postId }
  await tx.query('select pg_notify($1, $2)', [deliveryChannel, JSON.stringify(news)])
}
