import type { Transaction } from '../../db/database.ts'

/** Tells every process that a post moved on its way, and that there may be something to do. */
export const deliveryChannel = 'deliveries'

export interface DeliveryNews {
  readonly workspaceId: string
  readonly postId: string
}

/** As it is told: what a worker did makes no new work for workers. */
export interface ToldDelivery extends DeliveryNews {
  readonly byWorker?: true
}

export async function announceDelivery(
  tx: Pick<Transaction, 'query'>,
  { workspaceId, postId }: DeliveryNews,
): Promise<void> {
  const told: ToldDelivery = { workspaceId, postId }
  await tx.query('select pg_notify($1, $2)', [deliveryChannel, JSON.stringify(told)])
}

/** Tells of what workers of this process did. */
export async function announceWork(
  tx: Pick<Transaction, 'query'>,
  news: readonly DeliveryNews[],
): Promise<void> {
  const told = news.map(({ workspaceId, postId }): string =>
    JSON.stringify({ workspaceId, postId, byWorker: true } satisfies ToldDelivery),
  )
  const each = 'select pg_notify($1, told) from unnest($2::text[]) as told'
  await tx.query(each, [deliveryChannel, [...new Set(told)]])
}
