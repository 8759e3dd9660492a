import type { DeliveryEvent } from '@rheos/contract'
import type { Instant } from '../../clock.ts'
import type { Transaction } from '../../db/database.ts'
import { deliveryEvents } from '../../db/publishing-tables.ts'

export interface NewEvent {
  readonly kind: DeliveryEvent['kind']
  readonly target?: number | undefined
  readonly detail?: string | undefined
  readonly requestId?: string | undefined
}

/** Writes down what happened, with what it changed. */
export async function keepEvents(
  tx: Pick<Transaction, 'db'>,
  of: { readonly workspaceId: string; readonly id: string },
  at: Instant,
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return
  await tx.db.insert(deliveryEvents).values(
    events.map(({ kind, target, detail, requestId }) => ({
      workspaceId: of.workspaceId,
      deliveryId: of.id,
      at,
      kind,
      target: target ?? null,
      detail: detail ?? '',
      requestId: requestId ?? null,
    })),
  )
}
