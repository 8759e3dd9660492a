import type { Operation } from './operation.ts'

export interface ReapRequest<Tx> {
  /** At most so many operations in one call. */
  readonly limit: number
  /** Called once for each account, in the transaction that released these operations. */
  readonly onLapsed: (tx: Tx, operations: readonly Operation[]) => Promise<void>
}

/** Accounts whose lapsed operations could not be ended this time; the others were. */
export class ReapError extends Error {
  override readonly name = 'ReapError'
  /** What was ended all the same. */
  readonly reaped: readonly Operation[]

  constructor(failures: readonly unknown[], reaped: readonly Operation[]) {
    super(`Lapsed operations of ${failures.length} accounts could not be ended.`, {
      cause: failures[0],
    })
    this.reaped = reaped
  }
}

export function idsByAccount(operations: readonly Operation[]): ReadonlyMap<string, string[]> {
  const ids = new Map<string, string[]>()
  for (const { accountId, id } of operations) {
    ids.set(accountId, [...(ids.get(accountId) ?? []), id])
  }
  return ids
}
