import type { Alert } from './alert.ts'
import type { Instant } from './instant.ts'
import type { PriceBook } from './price-book.ts'

/** What the rules need to know besides the account. */
export interface Policy {
  readonly priceBook: PriceBook
  readonly openOperationsMax: number
  readonly leaseMs: number
  /** What is told when an account runs low; nothing by default. */
  readonly alerts?: readonly Alert[]
}

/** The moment of a decision, and an id for the grant of a cycle that it may open. */
export interface Moment {
  readonly now: Instant
  readonly freshId: string
}
