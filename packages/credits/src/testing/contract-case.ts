import type { Store } from '../store.ts'

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
