import type { Adjustment } from './adjustment.ts'
import type { CommandType } from './command.ts'
import type { Credits } from './credits.ts'
import type { Grant } from './grant.ts'
import type { Instant } from './instant.ts'
import type { Operation, Refusal } from './operation.ts'
import type { Reversal } from './reversal.ts'

/** An expected "no", with its reason. */
export interface Rejected<Reason extends string> {
  readonly kind: 'rejected'
  readonly reason: Reason
}

/** The operation has ended, and this is how. */
export interface OperationEnded extends Rejected<'operation_ended'> {
  readonly operation: Operation
}

export interface Rolled {
  readonly kind: 'rolled'
}

export interface AllowanceSet {
  readonly kind: 'allowance_set'
  /** False when the account had this very allowance already. */
  readonly changed: boolean
}

export interface Granted {
  readonly kind: 'granted'
  readonly grant: Grant
  readonly replayed: boolean
}

export interface Held {
  readonly kind: 'held'
  /** As it stands now: a replayed hold may have ended long ago. */
  readonly operation: Operation
  readonly replayed: boolean
}

/** A refusal that is remembered: the same request gets it again, whatever has changed since. */
export type Refused = { readonly kind: 'rejected'; readonly replayed: boolean } & Refusal

export interface Leased<Kind extends string> {
  readonly kind: Kind
  readonly leaseUntil: Instant
}

export interface Settled {
  readonly kind: 'settled'
  readonly operation: Operation
  readonly spent: Credits
  readonly released: Credits
}

export interface Released {
  readonly kind: 'released'
  readonly operation: Operation
  readonly released: Credits
}

export interface Reversed {
  readonly kind: 'reversed'
  readonly operation: Operation
  readonly reversal: Reversal
  readonly replayed: boolean
}

export interface MoreThanCharged extends Rejected<'more_than_charged'> {
  /** What can still be given back. */
  readonly reversible: Credits
}

export interface Adjusted {
  readonly kind: 'adjusted'
  readonly adjustment: Adjustment
  readonly replayed: boolean
}

export interface MoreThanAvailable extends Rejected<'more_than_available'> {
  /** What can still be taken away. */
  readonly available: Credits
}

export interface GrantEnded {
  readonly kind: 'ended'
  readonly grant: Grant
  /** False when it had ended already, early or by its time. */
  readonly changed: boolean
}

export type RollOutcome = Rolled | Rejected<'unknown_account'>
export type SetAllowanceOutcome = AllowanceSet | Rejected<'anchor_in_future'>
export type GrantOutcome = Granted | Rejected<'grant_conflict' | 'window_over' | 'unknown_account'>
export type HoldOutcome =
  | Held
  | Refused
  | Rejected<'operation_conflict' | 'unknown_action' | 'unknown_account'>
export type StartOutcome =
  | Leased<'started'>
  | OperationEnded
  | Rejected<'already_started' | 'unknown_operation'>
export type RenewOutcome =
  | Leased<'renewed'>
  | OperationEnded
  | Rejected<'lease_lapsed' | 'not_started' | 'unknown_operation'>
export type SettleOutcome =
  | Settled
  | OperationEnded
  | Rejected<'lease_lapsed' | 'quantity_out_of_range' | 'unknown_operation'>
export type ReleaseOutcome = Released | OperationEnded | Rejected<'unknown_operation'>
export type LapseOutcome = Released | OperationEnded | Rejected<'not_lapsed' | 'unknown_operation'>
export type ReverseOutcome =
  | Reversed
  | MoreThanCharged
  | Rejected<'reversal_conflict' | 'not_settled' | 'unknown_operation'>

export type AdjustOutcome =
  | Adjusted
  | MoreThanAvailable
  | Rejected<'adjustment_conflict' | 'unknown_grant'>
export type EndGrantOutcome = GrantEnded | Rejected<'unknown_grant'>

/** What can be answered to each command. */
export interface Outcomes {
  readonly roll: RollOutcome
  readonly set_allowance: SetAllowanceOutcome
  readonly grant: GrantOutcome
  readonly hold: HoldOutcome
  readonly start: StartOutcome
  readonly renew: RenewOutcome
  readonly settle: SettleOutcome
  readonly release: ReleaseOutcome
  readonly lapse: LapseOutcome
  readonly reverse: ReverseOutcome
  readonly adjust: AdjustOutcome
  readonly end_grant: EndGrantOutcome
}

export type Outcome<T extends CommandType> = Outcomes[T]

export function rejected<const Reason extends string>(reason: Reason): Rejected<Reason> {
  return { kind: 'rejected', reason }
}
