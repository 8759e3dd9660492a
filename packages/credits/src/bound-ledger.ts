import type { Account } from './account.ts'
import type { AccountState } from './account-state.ts'
import { assertAllowance } from './allowance.ts'
import { assert } from './assert.ts'
import { type Balance, balanceOf } from './balance.ts'
import { isEmpty } from './changes.ts'
import type {
  Command,
  CommandType,
  GrantInput,
  HoldInput,
  OperationInput,
  ReleaseInput,
  ReverseInput,
  SetAllowanceInput,
  SettleInput,
} from './command.ts'
import { wantedBy } from './command.ts'
import { assertCredits, assertPositive } from './credits.ts'
import { needsRoll } from './decide/roll.ts'
import { decide } from './decide.ts'
import type { Entry } from './entry.ts'
import type { Instant } from './instant.ts'
import type { LedgerCommands } from './ledger-commands.ts'
import type { Operation } from './operation.ts'
import type {
  GrantOutcome,
  HoldOutcome,
  Outcome,
  ReleaseOutcome,
  RenewOutcome,
  ReverseOutcome,
  SetAllowanceOutcome,
  SettleOutcome,
  StartOutcome,
} from './outcome.ts'
import type { Moment, Policy } from './policy.ts'
import { readBalanceFacts } from './read-balance-facts.ts'
import type { DaySpending, Period } from './spending.ts'
import type { EntriesRequest, StoreSession } from './store.ts'
import { outcomeWithoutAccount } from './unknown-account.ts'
import { parseUsageCursor, type UsagePage, type UsageRequest, usagePageOf } from './usage-page.ts'

/** The rules' policy, and where time and ids come from. */
export interface LedgerSettings extends Policy {
  readonly now: () => Instant
  readonly newId: () => string
}

/** A ledger inside one open transaction: it never begins or ends one. */
export class BoundLedger implements LedgerCommands {
  readonly #session: StoreSession
  readonly #settings: LedgerSettings

  constructor(session: StoreSession, settings: LedgerSettings) {
    this.#session = session
    this.#settings = settings
  }

  async setAllowance(input: SetAllowanceInput): Promise<SetAllowanceOutcome> {
    assertAllowance(input.allowance)
    return await this.#execute({ type: 'set_allowance', ...input })
  }

  async grant(input: GrantInput): Promise<GrantOutcome> {
    assertPositive(input.credits, 'A grant')
    const isWindow = Number.isSafeInteger(input.startsAt) && Number.isSafeInteger(input.endsAt)
    assert(isWindow, 'The window of a grant must be whole milliseconds.')
    return await this.#execute({ type: 'grant', ...input })
  }

  async hold(input: HoldInput): Promise<HoldOutcome> {
    assertPositive(input.quantity, 'A quantity')
    assertCredits(input.quote.credits, 'A quote')
    assert(Number.isSafeInteger(input.quote.version), 'A quote names a version of the price book.')
    return await this.#execute({ type: 'hold', ...input })
  }

  async start(input: OperationInput): Promise<StartOutcome> {
    return await this.#execute({ type: 'start', ...input })
  }

  async renew(input: OperationInput): Promise<RenewOutcome> {
    return await this.#execute({ type: 'renew', ...input })
  }

  async settle(input: SettleInput): Promise<SettleOutcome> {
    return await this.#execute({ type: 'settle', ...input })
  }

  async release(input: ReleaseInput): Promise<ReleaseOutcome> {
    return await this.#execute({ type: 'release', ...input })
  }

  async reverse(input: ReverseInput): Promise<ReverseOutcome> {
    assertPositive(input.credits, 'A reversal')
    return await this.#execute({ type: 'reverse', ...input })
  }

  async balance(accountId: string): Promise<Balance | undefined> {
    const before = this.#settings.now()
    const facts = await readBalanceFacts(this.#session, accountId, before)
    if (!facts || !needsRoll(facts, before)) return facts && balanceOf(facts, before)
    await this.#execute({ type: 'roll', accountId })
    const now = this.#settings.now()
    const rolled = await readBalanceFacts(this.#session, accountId, now)
    return rolled && balanceOf(rolled, now)
  }

  async operation(accountId: string, operationId: string): Promise<Operation | undefined> {
    return await this.#session.operation(accountId, operationId)
  }

  async usage(accountId: string, { limit, cursor }: UsageRequest): Promise<UsagePage> {
    assertPositive(limit, 'A limit')
    const after = cursor === undefined ? undefined : parseUsageCursor(cursor)
    const page = { limit: limit + 1, ...(after && { after }) }
    return usagePageOf(await this.#session.usage(accountId, page), limit)
  }

  async spentByDay(accountId: string, period: Period): Promise<readonly DaySpending[]> {
    return await this.#session.spentByDay(accountId, period)
  }

  async entries(accountId: string, request: EntriesRequest): Promise<readonly Entry[]> {
    assertPositive(request.limit, 'A limit')
    return await this.#session.entries(accountId, request)
  }

  /** Ends those of one account's operations whose lease is still over, and answers them. */
  async lapse(accountId: string, operationIds: readonly string[]): Promise<readonly Operation[]> {
    await this.#session.lock(accountId)
    const moment = this.#moment()
    const wanted = { operationIds, grantIds: [], reversalIds: [] }
    let state = await this.#session.load(accountId, wanted, moment.now)
    const ended: Operation[] = []
    for (const operationId of operationIds) {
      const command = { type: 'lapse', accountId, operationId } as const
      const { outcome, ...next } = await this.#decideAndAppend(state, command, moment)
      state = next.state
      if (outcome.kind === 'released') ended.push(outcome.operation)
    }
    return ended
  }

  async #execute<T extends CommandType>(command: Command<T>): Promise<Outcome<T>> {
    const opening = openingAccount(command, this.#settings.now())
    const locked = await this.#session.lock(command.accountId, opening)
    if (locked === 'unknown') return outcomeWithoutAccount(command)
    // Asked again after the lock: waiting for it may have taken a while.
    const moment = this.#moment()
    const state = await this.#session.load(command.accountId, wantedBy(command), moment.now)
    return (await this.#decideAndAppend(state, command, moment)).outcome
  }

  async #decideAndAppend<T extends CommandType>(
    state: AccountState,
    command: Command<T>,
    moment: Moment,
  ): Promise<{ readonly outcome: Outcome<T>; readonly state: AccountState }> {
    const decision = decide(state, command, { ...this.#settings, ...moment })
    if (!isEmpty(decision.changes)) await this.#session.append(decision.changes)
    return decision
  }

  #moment(): Moment {
    return { now: this.#settings.now(), freshId: this.#settings.newId() }
  }
}

/** Only a first allowance opens an account, and only one that can begin now. */
function openingAccount(command: Command, now: Instant): Account | undefined {
  if (command.type !== 'set_allowance' || command.allowance.anchor > now) return undefined
  const { accountId: id, allowance } = command
  return { id, allowance, allowanceSeq: 0, createdAt: now }
}
