import type { Operation, WaitingEvent } from '@rheos/credits'

/** A row that the product writes in one transaction with the meter. */
export type Note =
  | { readonly type: 'kept'; readonly accountId: string; readonly operationId: string }
  | { readonly type: 'failed'; readonly operation: Operation }
  | { readonly type: 'heard'; readonly event: WaitingEvent }
