export type { Account, AllowanceChange } from './account.ts'
export type { AccountState } from './account-state.ts'
export type { Actor } from './actor.ts'
export type { Adjustment } from './adjustment.ts'
export type { Alert, AlertCondition } from './alert.ts'
export type { Allowance } from './allowance.ts'
export { BrokenInvariantError } from './assert.ts'
export type { AuditFinding, AuditReport } from './audit-report.ts'
export type { Balance, BalanceFacts, BalanceGrant } from './balance.ts'
export { LedgerBusyError } from './busy-error.ts'
export type { Changes } from './changes.ts'
export type {
  AdjustInput,
  Command,
  CommandType,
  EndGrantInput,
  GrantInput,
  HoldInput,
  OperationInput,
  ReleaseInput,
  ReverseInput,
  SetAllowanceInput,
  SettleInput,
} from './command.ts'
export type { Credits } from './credits.ts'
export { type Cycle, cycleAt, cycleStart } from './cycle.ts'
export { type Decision, decide } from './decide.ts'
export { type Entry, type EntryKind, type GrantNumbers, recomputeGrants } from './entry.ts'
export {
  type EndedGrant,
  type ExplainedGrant,
  type Explanation,
  type ExplanationFacts,
  type ExplanationLine,
  explain,
} from './explanation.ts'
export type { EarlyEnd, Grant, GrantKind, Place } from './grant.ts'
export type { Instant } from './instant.ts'
export { LANE_LIMITS, type LaneLimits } from './lanes/lane-limits.ts'
export { type DeliverRequest, Ledger, type LedgerOptions } from './ledger.ts'
export type { LedgerCommands } from './ledger-commands.ts'
export type { LedgerEvent, WaitingEvent } from './ledger-event.ts'
export type { LedgerSettings } from './ledger-settings.ts'
export type { HoldRequest, Operation, OperationState, Refusal } from './operation.ts'
export type {
  Adjusted,
  AdjustOutcome,
  AllowanceSet,
  EndGrantOutcome,
  GrantEnded,
  Granted,
  GrantOutcome,
  Held,
  HoldOutcome,
  Leased,
  MoreThanAvailable,
  MoreThanCharged,
  OperationEnded,
  Outcome,
  Refused,
  Rejected,
  Released,
  ReleaseOutcome,
  RenewOutcome,
  Reversed,
  ReverseOutcome,
  SetAllowanceOutcome,
  Settled,
  SettleOutcome,
  StartOutcome,
} from './outcome.ts'
export type { Moment, Policy } from './policy.ts'
export {
  assertPriceBook,
  type PriceBook,
  type PriceBookSource,
  type PriceBookVersion,
  type PricedRequest,
  priceBookAt,
  type Quote,
  quote,
} from './price-book.ts'
export { type LapsedRequest, ReapError, type ReapRequest } from './reaper.ts'
export type { Reversal } from './reversal.ts'
export type { DaySpending, Period } from './spending.ts'
export {
  type EntriesRequest,
  type StateRequest,
  type Store,
  StoreError,
  type StoreReader,
  type StoreSession,
  type TransactionOptions,
  UnwritableError,
} from './store.ts'
export { InvalidCursorError, type UsagePage, type UsageRequest } from './usage-page.ts'
