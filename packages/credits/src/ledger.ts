import { type Balance, balanceOf } from './balance.ts'
import { BoundLedger, type LedgerSettings } from './bound-ledger.ts'
import type {
  GrantInput,
  HoldInput,
  OperationInput,
  ReleaseInput,
  ReverseInput,
  SetAllowanceInput,
  SettleInput,
} from './command.ts'
import { assertPositive } from './credits.ts'
import { needsRoll } from './decide/roll.ts'
import type { Entry } from './entry.ts'
import type { LedgerCommands } from './ledger-commands.ts'
import type { Operation } from './operation.ts'
import type {
  GrantOutcome,
  HoldOutcome,
  ReleaseOutcome,
  RenewOutcome,
  ReverseOutcome,
  SetAllowanceOutcome,
  SettleOutcome,
  StartOutcome,
} from './outcome.ts'
import { assertPriceBook } from './price-book.ts'
import { readBalanceFacts } from './read-balance-facts.ts'
import { idsByAccount, ReapError, type ReapRequest } from './reaper.ts'
import type { DaySpending, Period } from './spending.ts'
import type { EntriesRequest, Store } from './store.ts'
import { parseUsageCursor, type UsagePage, type UsageRequest, usagePageOf } from './usage-page.ts'

/** A stuck transaction on one account must not keep the reaper from all others. */
const REAP_LOCK_TIMEOUT_MS = 2000

export interface LedgerOptions<Tx> extends LedgerSettings {
  readonly store: Store<Tx>
}

/**
 * The door to the meter. Every command is one transaction: lock the account, load it, decide,
 * append. Any number of ledgers in any number of processes may share one store.
 *
 * @example
 * const held = await ledger.hold({ accountId, operationId, action: 'image.standard', quantity: 1,
 *   quote: { version: 1, credits: 5 }, requestHash, actor: { memberId } })
 * if (held.kind === 'held') await ledger.settle({ accountId, operationId, quantity: 1 })
 */
export class Ledger<Tx = unknown> implements LedgerCommands {
  readonly #store: Store<Tx>
  readonly #settings: LedgerSettings

  constructor({ store, ...settings }: LedgerOptions<Tx>) {
    assertPriceBook(settings.priceBook)
    assertPositive(settings.leaseMs, 'leaseMs')
    assertPositive(settings.openOperationsMax, 'openOperationsMax')
    this.#store = store
    this.#settings = settings
  }

  /**
   * The same commands inside the caller's open transaction, which the caller commits. Use it to
   * settle together with saving the result. Settle first, then touch rows of your own: the reaper
   * locks in that order too.
   */
  within(tx: Tx): LedgerCommands {
    return this.#bound(tx)
  }

  async setAllowance(input: SetAllowanceInput): Promise<SetAllowanceOutcome> {
    return await this.#transact((bound) => bound.setAllowance(input))
  }

  async grant(input: GrantInput): Promise<GrantOutcome> {
    return await this.#transact((bound) => bound.grant(input))
  }

  async hold(input: HoldInput): Promise<HoldOutcome> {
    return await this.#transact((bound) => bound.hold(input))
  }

  async start(input: OperationInput): Promise<StartOutcome> {
    return await this.#transact((bound) => bound.start(input))
  }

  async renew(input: OperationInput): Promise<RenewOutcome> {
    return await this.#transact((bound) => bound.renew(input))
  }

  async settle(input: SettleInput): Promise<SettleOutcome> {
    return await this.#transact((bound) => bound.settle(input))
  }

  async release(input: ReleaseInput): Promise<ReleaseOutcome> {
    return await this.#transact((bound) => bound.release(input))
  }

  async reverse(input: ReverseInput): Promise<ReverseOutcome> {
    return await this.#transact((bound) => bound.reverse(input))
  }

  /** Lock-free, except for the first look at a new cycle, which opens it. */
  async balance(accountId: string): Promise<Balance | undefined> {
    const now = this.#settings.now()
    const facts = await readBalanceFacts(this.#store.reader, accountId, now)
    if (!facts || !needsRoll(facts, now)) return facts && balanceOf(facts, now)
    return await this.#transact((bound) => bound.balance(accountId))
  }

  async operation(accountId: string, operationId: string): Promise<Operation | undefined> {
    return await this.#store.reader.operation(accountId, operationId)
  }

  async usage(accountId: string, { limit, cursor }: UsageRequest): Promise<UsagePage> {
    assertPositive(limit, 'A limit')
    const after = cursor === undefined ? undefined : parseUsageCursor(cursor)
    const page = { limit: limit + 1, ...(after && { after }) }
    return usagePageOf(await this.#store.reader.usage(accountId, page), limit)
  }

  async spentByDay(accountId: string, period: Period): Promise<readonly DaySpending[]> {
    return await this.#store.reader.spentByDay(accountId, period)
  }

  async entries(accountId: string, request: EntriesRequest): Promise<readonly Entry[]> {
    assertPositive(request.limit, 'A limit')
    return await this.#store.reader.entries(accountId, request)
  }

  /** Running operations whose lease is over, longest lapsed first, of all accounts. */
  async lapsed({ limit }: { readonly limit: number }): Promise<readonly Operation[]> {
    assertPositive(limit, 'A limit')
    return await this.#store.reader.lapsed(this.#settings.now(), limit)
  }

  /**
   * Ends operations whose lease is over (C15): for each account one transaction releases them and
   * calls `onLapsed`, both or neither. Throws `ReapError` after the last account if any failed.
   */
  async reap({ limit, onLapsed }: ReapRequest<Tx>): Promise<readonly Operation[]> {
    const reaped: Operation[] = []
    const failures: unknown[] = []
    for (const [accountId, ids] of idsByAccount(await this.lapsed({ limit }))) {
      try {
        reaped.push(...(await this.#reapAccount(accountId, ids, onLapsed)))
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0) throw new ReapError(failures, reaped)
    return reaped
  }

  async #reapAccount(
    accountId: string,
    operationIds: readonly string[],
    onLapsed: ReapRequest<Tx>['onLapsed'],
  ): Promise<readonly Operation[]> {
    const work = async (tx: Tx) => {
      const ended = await this.#bound(tx).lapse(accountId, operationIds)
      if (ended.length > 0) await onLapsed(tx, ended)
      return ended
    }
    return await this.#store.transaction(work, { lockTimeoutMs: REAP_LOCK_TIMEOUT_MS })
  }

  #bound(tx: Tx): BoundLedger {
    return new BoundLedger(this.#store.session(tx), this.#settings)
  }

  async #transact<T>(work: (bound: BoundLedger) => Promise<T>): Promise<T> {
    return await this.#store.transaction((tx) => work(this.#bound(tx)))
  }
}
