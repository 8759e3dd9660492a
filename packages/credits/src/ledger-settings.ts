import type { Instant } from './instant.ts'
import type { Policy } from './policy.ts'
import type { PriceBookSource } from './price-book.ts'

/** The rules' policy, and where time, ids and a price book that changes come from. */
export interface LedgerSettings extends Omit<Policy, 'priceBook'> {
  /** A function is asked at each decision, so that a new tariff counts without a new process. */
  readonly priceBook: PriceBookSource
  readonly now: () => Instant
  readonly newId: () => string
}
