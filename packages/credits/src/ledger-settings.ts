import type { Instant } from './instant.ts'
import type { Policy } from './policy.ts'

/** The rules' policy, and where time and ids come from. */
export interface LedgerSettings extends Policy {
  readonly now: () => Instant
  readonly newId: () => string
}
