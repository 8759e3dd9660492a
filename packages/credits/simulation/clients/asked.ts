import type {
  AdjustInput,
  AdjustOutcome,
  Balance,
  EndGrantInput,
  EndGrantOutcome,
  Explanation,
  GrantInput,
  GrantOutcome,
  HoldInput,
  HoldOutcome,
  Operation,
  OperationInput,
  ReleaseInput,
  ReleaseOutcome,
  RenewOutcome,
  ReverseInput,
  ReverseOutcome,
  SetAllowanceInput,
  SetAllowanceOutcome,
  SettleInput,
  SettleOutcome,
  StartOutcome,
  UsagePage,
} from '@rheos/credits'

interface OfAccount {
  readonly accountId: string
}

/** Everything that is asked of the meter: what with, and what it answers. */
interface Exchanges {
  readonly set_allowance: readonly [SetAllowanceInput, SetAllowanceOutcome]
  readonly grant: readonly [GrantInput, GrantOutcome]
  readonly hold: readonly [HoldInput, HoldOutcome]
  readonly start: readonly [OperationInput, StartOutcome]
  readonly renew: readonly [OperationInput, RenewOutcome]
  readonly settle: readonly [SettleInput, SettleOutcome]
  /** Settles and keeps the result in one transaction, which the caller may undo in the end. */
  readonly deliver: readonly [SettleInput & { readonly isUndone: boolean }, SettleOutcome]
  readonly release: readonly [ReleaseInput, ReleaseOutcome]
  readonly reverse: readonly [ReverseInput, ReverseOutcome]
  readonly adjust: readonly [AdjustInput, AdjustOutcome]
  readonly end_grant: readonly [EndGrantInput, EndGrantOutcome]
  readonly balance: readonly [OfAccount, Balance | undefined]
  readonly explain: readonly [OfAccount, Explanation | undefined]
  readonly usage: readonly [OfAccount & { readonly limit: number }, UsagePage]
  readonly operation: readonly [OperationInput, Operation | undefined]
  readonly reap: readonly [{ readonly limit: number }, readonly Operation[]]
  /** Acts on events in the transaction that delivers them, which the caller may undo in the end. */
  readonly hear: readonly [{ readonly limit: number; readonly isUndone: boolean }, number]
}

export type AskedType = keyof Exchanges

export type Asked<T extends AskedType = AskedType> = T extends AskedType
  ? { readonly type: T } & Exchanges[T][0]
  : never

export type Answer<T extends AskedType = AskedType> = T extends AskedType ? Exchanges[T][1] : never
