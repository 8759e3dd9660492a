import type { Account } from './account.ts'
import type { AccountState } from './account-state.ts'
import type { BalanceFacts } from './balance.ts'
import type { Changes } from './changes.ts'
import type { Wanted } from './command.ts'
import type { Entry } from './entry.ts'
import type { Instant } from './instant.ts'
import type { Operation } from './operation.ts'
import type { DaySpending, Period } from './spending.ts'
import type { UsagePosition } from './usage-page.ts'

export type LockResult = 'locked' | 'opened' | 'unknown'

export interface EntriesRequest {
  /** From this instant on. */
  readonly from?: Instant
  /** Before this instant. */
  readonly to?: Instant
  /** After this `seq`, to page on. */
  readonly after?: number
  readonly limit: number
}

/** Reads, without locks. */
export interface StoreReader {
  account(accountId: string): Promise<Account | undefined>
  /** One snapshot. `spentSince` is the start of the cycle. */
  balanceFacts(
    accountId: string,
    moment: { readonly now: Instant; readonly spentSince: Instant },
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
  /** Running operations of all accounts whose lease is over, longest lapsed first. */
  lapsed(now: Instant, limit: number): Promise<readonly Operation[]>
}

/** What a store does inside one transaction. */
export interface StoreSession extends StoreReader {
  /** Nobody else changes the account until the transaction ends. Opens it when `opening` is given. */
  lock(accountId: string, opening?: Account): Promise<LockResult>
  /** After `lock`. */
  load(accountId: string, wanted: Wanted, now: Instant): Promise<AccountState>
  append(changes: Changes): Promise<void>
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
}

/** The store could not do its work: nothing is known and nothing may be shown as zero. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}
