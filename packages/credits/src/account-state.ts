import type { Account } from './account.ts'
import type { Adjustment } from './adjustment.ts'
import type { Alerted } from './alert.ts'
import type { Grant } from './grant.ts'
import type { Instant } from './instant.ts'
import type { OperationRecord } from './operation.ts'
import type { Reversal } from './reversal.ts'

/**
 * The part of an account that a command is decided on: every grant that is unfinished, of a recent
 * cycle, or touched by a named operation; and the operations and reversals the command names.
 */
export interface AccountState {
  readonly account: Account
  readonly grants: ReadonlyMap<string, Grant>
  readonly operations: ReadonlyMap<string, OperationRecord>
  readonly reversals: ReadonlyMap<string, Reversal>
  readonly adjustments: ReadonlyMap<string, Adjustment>
  /** Operations held or running, whether loaded or not. */
  readonly openOperations: number
  /** `seq` of the newest entry; 0 when there is none. */
  readonly lastSeq: number
  /** The latest moment that anything was decided at: time of an account never goes back. */
  readonly lastAt: Instant
  /** How often the account was changed. What was decided on another version is not appended. */
  readonly version: number
  /** Alerts that have fired, and in which cycle. */
  readonly alerted: Alerted
}
