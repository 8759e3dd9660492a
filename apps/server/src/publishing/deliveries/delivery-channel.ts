import type { Transaction } from '../../db/database.ts'

/** Tells every process that a post moved on its way, and that there may be something to do. */
export const deliveryChannel = 'deliveries'

export interface DeliveryNews {
  readonly workspaceId: string
  readonly postId: string
}

/** As it is told: what a worker did makes no new work for workers. */
export interface ToldDelivery extends DeliveryNews {
  readonly byWorker?: true | undefined
}

export async function announceDeliveries(
  tx: Pick<Transaction, 'query'>,
  news: readonly ToldDelivery[],
): Promise<void> {
  const told = news.map(({ workspaceId, postId, byWorker }): string =>
    JSON.stringify({ workspaceId, postId, byWorker } satisfies ToldDelivery),
  )
  await tx.query(tellEach, [deliveryChannel, [...new Set(told)]])
}

const tellEach = {
  name: 'publishing-tell',
  text: 'select pg_notify($1, told) from unnest($2::text[]) as told',
}
