import type { AuditReport } from './audit-report.ts'
import { BoundLedger } from './bound-ledger.ts'
import type { Command, CommandType } from './command.ts'
import { assertPositive } from './credits.ts'
import { executeInSession } from './execute-in-session.ts'
import { CommandLanes } from './lanes/command-lanes.ts'
import { LANE_LIMITS, type LaneLimits } from './lanes/lane-limits.ts'
import type { LedgerCommands } from './ledger-commands.ts'
import { LedgerDoor } from './ledger-door.ts'
import type { WaitingEvent } from './ledger-event.ts'
import type { LedgerSettings } from './ledger-settings.ts'
import type { Operation } from './operation.ts'
import type { Outcome } from './outcome.ts'
import { assertedSource } from './price-book.ts'
import { idsByAccount, type LapsedRequest, ReapError, type ReapRequest } from './reaper.ts'
import type { Store } from './store.ts'

/** A stuck transaction on one account must not keep the reaper from all others. */
const REAP_LOCK_TIMEOUT_MS = 2000
/** Accounts that one call reaps at a time: each takes a connection. */
const REAPED_AT_ONCE = 4

export interface LedgerOptions<Tx> extends LedgerSettings {
  readonly store: Store<Tx>
  /** How much is carried at a time, where the defaults do not fit. */
  readonly limits?: Partial<LaneLimits>
}

export interface DeliverRequest<Tx> {
  /** At most so many events in one call. */
  readonly limit: number
  /** Called with events in the order in which they were written. */
  readonly handle: (tx: Tx, events: readonly WaitingEvent[]) => Promise<void>
}

/**
 * The door to the meter. Commands that come at the same time are executed together, each as if it
 * had come alone; a command's answer is given when it is kept. Any number of ledgers in any number
 * of processes may share one store. Throws `StoreError` when the store cannot be reached: whether
 * the command was executed is then unknown, and the same command again gets the first answer.
 *
 * @example
 * const held = await ledger.hold({ accountId, operationId, action: 'image.standard', quantity: 1,
 *   quote: { version: 1, credits: 5 }, requestHash, actor: { memberId } })
 * if (held.kind === 'held') await ledger.settle({ accountId, operationId, quantity: 1 })
 */
export class Ledger<Tx = unknown> extends LedgerDoor {
  readonly #store: Store<Tx>
  readonly #lanes: CommandLanes<Tx>

  constructor({ store, limits, ...options }: LedgerOptions<Tx>) {
    assertPositive(options.leaseMs, 'leaseMs')
    assertPositive(options.openOperationsMax, 'openOperationsMax')
    const settings = { ...options, priceBook: assertedSource(options.priceBook) }
    super(store.reader, settings)
    this.#store = store
    this.#lanes = new CommandLanes(store, settings, { ...LANE_LIMITS, ...limits })
  }

  protected async execute<T extends CommandType>(command: Command<T>): Promise<Outcome<T>> {
    return await this.#lanes.execute(command)
  }

  /**
   * The same commands inside the caller's open transaction, which the caller commits. Use it to
   * settle together with saving the result. Settle first, then touch rows of your own: the reaper
   * locks in that order too.
   */
  within(tx: Tx): LedgerCommands {
    return new BoundLedger(this.#store.session(tx), this.settings, (accountId) =>
      this.#lanes.forget(accountId),
    )
  }

  /** Running operations whose lease is over, longest lapsed first, of all accounts but `except`. */
  async lapsed({ limit, except = [] }: LapsedRequest): Promise<readonly Operation[]> {
    assertPositive(limit, 'A limit')
    return await this.#store.reader.lapsed(this.settings.now(), limit, except)
  }

  /**
   * Ends operations whose lease is over (C15): for each account one transaction releases them and
   * calls `onLapsed`, both or neither, a few accounts at a time. Throws `ReapError` after the last
   * account if any failed.
   */
  async reap({ onLapsed, ...request }: ReapRequest<Tx>): Promise<readonly Operation[]> {
    const reaped: Operation[] = []
    const failures = new Map<string, unknown>()
    const accounts = idsByAccount(await this.lapsed(request)).entries()
    const reapEach = async () => {
      for (const [accountId, ids] of accounts) {
        try {
          reaped.push(...(await this.#reapAccount(accountId, ids, onLapsed)))
        } catch (error) {
          failures.set(accountId, error)
        }
      }
    }
    await Promise.all(Array.from({ length: REAPED_AT_ONCE }, reapEach))
    if (failures.size > 0) throw new ReapError(failures, reaped)
    return reaped
  }

  async #reapAccount(
    accountId: string,
    operationIds: readonly string[],
    onLapsed: ReapRequest<Tx>['onLapsed'],
  ): Promise<readonly Operation[]> {
    const commands = operationIds.map(
      (operationId) => ({ type: 'lapse', accountId, operationId }) as const,
    )
    const work = async (tx: Tx) => {
      const ended = await this.#lapse(tx, commands)
      if (ended.length > 0) await onLapsed(tx, ended)
      return ended
    }
    this.#lanes.forget(accountId)
    return await this.#store.transaction(work, { lockTimeoutMs: REAP_LOCK_TIMEOUT_MS })
  }

  /** Those whose lease is still over. */
  async #lapse(tx: Tx, commands: readonly Command<'lapse'>[]): Promise<readonly Operation[]> {
    const [first, ...rest] = commands
    if (!first) return []
    const session = this.#store.session(tx)
    const outcomes = await executeInSession(session, this.settings, [first, ...rest])
    return outcomes.flatMap((outcome) => (outcome.kind === 'released' ? [outcome.operation] : []))
  }

  /**
   * Hands over the longest waiting events, at most `limit`, in one transaction with what the caller
   * does about them: both or neither. Answers how many; several processes may deliver at once.
   */
  async deliver({ limit, handle }: DeliverRequest<Tx>): Promise<number> {
    assertPositive(limit, 'A limit')
    return await this.#store.transaction(async (tx) => {
      const events = await this.#store.session(tx).takeEvents(limit)
      if (events.length > 0) await handle(tx, events)
      return events.length
    })
  }

  /** Recomputes every grant and operation from the entries, in one snapshot, and repairs nothing. */
  async audit(): Promise<AuditReport> {
    return await this.#store.reader.audit()
  }
}
