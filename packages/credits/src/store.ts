import type { Account } from './account.ts'
import type { AccountState } from './account-state.ts'
import type { AuditReport } from './audit-report.ts'
import type { BalanceFacts } from './balance.ts'
import type { Changes } from './changes.ts'
import type { Wanted } from './command.ts'
import type { Entry } from './entry.ts'
import type { ExplanationFacts } from './explanation.ts'
import type { Instant } from './instant.ts'
import type { WaitingEvent } from './ledger-event.ts'
import type { Operation } from './operation.ts'
import type { DaySpending, Period } from './spending.ts'
import type { UsagePosition } from './usage-page.ts'

export interface EntriesRequest {
  /** From this instant on. */
  readonly from?: Instant
  /** Before this instant. */
  readonly to?: Instant
  /** After this `seq`, to page on. */
  readonly after?: number
  readonly limit: number
}

/** Which part of which account a command is decided on. */
export interface StateRequest {
  readonly accountId: string
  readonly wanted: Wanted
  readonly now: Instant
}

/** Reads, without locks. */
export interface StoreReader {
  account(accountId: string): Promise<Account | undefined>
  /** As committed, all of one snapshot; unknown accounts are left out. */
  states(requests: readonly StateRequest[]): Promise<readonly AccountState[]>
  /** One snapshot. `cycleStart` is when the present cycle began. */
  balanceFacts(
    accountId: string,
    moment: { readonly now: Instant; readonly cycleStart: Instant },
  ): Promise<BalanceFacts | undefined>
  operation(accountId: string, operationId: string): Promise<Operation | undefined>
  /** Newest first, refused ones left out. */
  usage(
    accountId: string,
    page: { readonly limit: number; readonly after?: UsagePosition },
  ): Promise<readonly Operation[]>
  /** Days with spending, oldest first. */
  spentByDay(accountId: string, period: Period): Promise<readonly DaySpending[]>
  /** Oldest first. */
  entries(accountId: string, request: EntriesRequest): Promise<readonly Entry[]>
  /** What the balance at `at` is explained by; `undefined` for an account that did not exist then. */
  explanationFacts(accountId: string, at: Instant): Promise<ExplanationFacts | undefined>
  /** Running operations whose lease is over, longest lapsed first, of all accounts but `except`. */
  lapsed(now: Instant, limit: number, except: readonly string[]): Promise<readonly Operation[]>
  /** Recomputes everything from the entries, in one snapshot. */
  audit(): Promise<AuditReport>
}

/** What a store does inside one transaction. */
export interface StoreSession extends StoreReader {
  /** Writes a new account down, unless it is there. */
  open(account: Account): Promise<void>
  /**
   * Locks the account, so that nobody else changes it until the transaction ends, and loads it as it
   * is then. `undefined` when there is none.
   */
  take(request: StateRequest): Promise<AccountState | undefined>
  /** After `take` of the same account. */
  append(changes: Changes): Promise<void>
  /** The longest waiting events that no other transaction is delivering; gone when this one commits. */
  takeEvents(limit: number): Promise<readonly WaitingEvent[]>
}

export interface TransactionOptions {
  /** Give up when a lock is not had within this time. */
  readonly lockTimeoutMs?: number
}

/** Where accounts are kept. `Tx` is what a transaction is for the caller of this store. */
export interface Store<Tx> {
  readonly reader: StoreReader
  /** Commits when `work` resolves, undoes everything when it rejects. */
  transaction<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** Works inside a transaction that the caller opened and will end. */
  session(tx: Tx): StoreSession
  /**
   * Appends to many accounts in one step, all or nothing and without waiting for anybody's lock.
   * Answers the accounts that have another version by now, are locked or have a created operation
   * already: then nothing was appended. Empty changes are compared and leave the version as it is.
   */
  appendUnlocked(changes: readonly Changes[]): Promise<readonly string[]>
}

/** The store could not do its work: nothing is known and nothing may be shown as zero. */
export class StoreError extends Error {
  override readonly name: string = 'StoreError'
}

/** One command cannot be written, while others could: a value that the store does not take. */
export class UnwritableError extends StoreError {
  override readonly name = 'UnwritableError'
}

/** Whether a failure is the store's, and so of all that it was doing, or one command's own. */
export function isCommon(error: unknown): boolean {
  return error instanceof StoreError && !(error instanceof UnwritableError)
}
