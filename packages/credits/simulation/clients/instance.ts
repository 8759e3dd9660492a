import type { Ledger, Operation, WaitingEvent } from '@rheos/credits'

/** A row that the product writes in one transaction with the meter. */
export type Note =
  | { readonly type: 'kept'; readonly accountId: string; readonly operationId: string }
  | { readonly type: 'failed'; readonly operation: Operation }
  | { readonly type: 'heard'; readonly event: WaitingEvent }

/** One process of the product: a ledger, and transactions of its own. */
export interface Instance<Tx> {
  readonly name: string
  readonly ledger: Ledger<Tx>
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  note(tx: Tx, note: Note): Promise<void>
  /** The answer; rejects with `InstanceDiedError` when the process dies before it comes. */
  alive<T>(answer: Promise<T>): Promise<T>
}

/** Nobody knows what became of what it was asked. */
export class InstanceDiedError extends Error {
  override readonly name = 'InstanceDiedError'
}
