import type { Balance } from './balance.ts'
import type {
  AdjustInput,
  EndGrantInput,
  GrantInput,
  HoldInput,
  OperationInput,
  ReleaseInput,
  ReverseInput,
  SetAllowanceInput,
  SettleInput,
} from './command.ts'
import type { Entry } from './entry.ts'
import type { Explanation } from './explanation.ts'
import type { Instant } from './instant.ts'
import type { Operation } from './operation.ts'
import type {
  AdjustOutcome,
  EndGrantOutcome,
  GrantOutcome,
  HoldOutcome,
  ReleaseOutcome,
  RenewOutcome,
  ReverseOutcome,
  SetAllowanceOutcome,
  SettleOutcome,
  StartOutcome,
} from './outcome.ts'
import type { DaySpending, Period } from './spending.ts'
import type { EntriesRequest } from './store.ts'
import type { UsagePage, UsageRequest } from './usage-page.ts'

/** What a ledger does, in transactions of its own or inside the caller's. */
export interface LedgerCommands {
  /** Opens the account when it is new. What was granted before stays (C29). */
  setAllowance(input: SetAllowanceInput): Promise<SetAllowanceOutcome>
  /** A single grant. The same id with the same arguments gets the first answer (C28). */
  grant(input: GrantInput): Promise<GrantOutcome>
  /** Sets credits aside for one operation, or says why not (C10, C11). */
  hold(input: HoldInput): Promise<HoldOutcome>
  /** The job begins and takes its first lease (C14). */
  start(input: OperationInput): Promise<StartOutcome>
  /** The job lives: its lease is counted anew from now (C14). */
  renew(input: OperationInput): Promise<RenewOutcome>
  /**
   * Spends what was delivered and releases the rest (C9, C13), of a running operation or of one
   * that was never started. Save the result in the same transaction, and only if this settled.
   */
  settle(input: SettleInput): Promise<SettleOutcome>
  /** Nothing was delivered: all of it goes back (C9). */
  release(input: ReleaseInput): Promise<ReleaseOutcome>
  /** Gives back for a fault found after settling (C19, C20). */
  reverse(input: ReverseInput): Promise<ReverseOutcome>
  /** Takes away what one grant has available, by a person's decision (C37). */
  adjust(input: AdjustInput): Promise<AdjustOutcome>
  /**
   * Ends a grant before its time (C41): what it has available expires, what is held stays held. Of
   * one that has ended already nothing changes. Give what follows it first: an alert is raised on
   * what is left.
   */
  endGrant(input: EndGrantInput): Promise<EndGrantOutcome>
  /** `undefined` for an unknown account; throws when it cannot be read, never a zero (C27). */
  balance(accountId: string): Promise<Balance | undefined>
  /**
   * Why the balance is what it is, or was at a past instant, from the entries alone (C34).
   * `undefined` for an account that did not exist then.
   */
  explain(accountId: string, at?: Instant): Promise<Explanation | undefined>
  operation(accountId: string, operationId: string): Promise<Operation | undefined>
  /** Newest first, price 0 too, refused ones not. Throws `InvalidCursorError` (C30). */
  usage(accountId: string, request: UsageRequest): Promise<UsagePage>
  /** UTC days with spending, oldest first, of grants alive in the period (C30). */
  spentByDay(accountId: string, period: Period): Promise<readonly DaySpending[]>
  /** Oldest first. */
  entries(accountId: string, request: EntriesRequest): Promise<readonly Entry[]>
}
