import type { Operation } from './operation.ts'

export interface LapsedRequest {
  /** At most so many operations in one call. */
  readonly limit: number
  /** Accounts to pass over, as those that just failed: what is behind them gets its turn. */
  readonly except?: readonly string[]
}

export interface ReapRequest<Tx> extends LapsedRequest {
  /** Called once for each account, in the transaction that released these operations. */
  readonly onLapsed: (tx: Tx, operations: readonly Operation[]) => Promise<void>
}

/** Accounts whose lapsed operations could not be ended this time; the others were. */
export class ReapError extends Error {
  override readonly name = 'ReapError'
  /** The accounts that failed, and why. */
  readonly failures: ReadonlyMap<string, unknown>
  /** What was ended all the same. */
  readonly reaped: readonly Operation[]

  constructor(failures: ReadonlyMap<string, unknown>, reaped: readonly Operation[]) {
    super(`Lapsed operations of ${failures.size} accounts could not be ended.`, {
      cause: failures.values().next().value,
    })
    this.failures = failures
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
