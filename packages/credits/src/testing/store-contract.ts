import type { Store } from '../store.ts'
import { chargingContract } from './contract/charging.ts'
import { cycleContract } from './contract/cycle.ts'
import { leaseContract } from './contract/lease.ts'
import { readingContract } from './contract/reading.ts'
import { reversalContract } from './contract/reversal.ts'
import { transactionContract } from './contract/transaction.ts'

/** The assertions of the test runner in use. */
export interface Expectations {
  equal(actual: unknown, expected: unknown): void
  /** `actual` has at least what `expected` has. */
  matches(actual: unknown, expected: object): void
  rejects(promise: Promise<unknown>, message: RegExp): Promise<void>
}

export interface ContractCase {
  /** Begins with the rule it proves. */
  readonly name: string
  /** Runs on a store that may hold other accounts already. */
  readonly run: <Tx>(store: Store<Tx>, expect: Expectations) => Promise<void>
}

/** What every store must do. Run each case on a store of yours. */
export const storeContract: readonly ContractCase[] = [
  ...cycleContract,
  ...chargingContract,
  ...leaseContract,
  ...reversalContract,
  ...readingContract,
  ...transactionContract,
]
