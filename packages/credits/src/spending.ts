import type { Credits } from './credits.ts'
import type { Instant } from './instant.ts'

/** `[from, to)`. */
export interface Period {
  readonly from: Instant
  readonly to: Instant
}

/** What one UTC day cost. */
export interface DaySpending {
  /** Like `2026-01-31`. */
  readonly date: string
  /** Spent on that day, less what was reversed of it since. */
  readonly credits: Credits
}
