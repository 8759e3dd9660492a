import { assertCommand } from './assert-command.ts'
import { type Balance, balanceOf } from './balance.ts'
import type {
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
import { assertPositive } from './credits.ts'
import { needsRoll } from './decide/roll.ts'
import type { Entry } from './entry.ts'
import { type Explanation, explain } from './explanation.ts'
import type { Instant } from './instant.ts'
import type { LedgerCommands } from './ledger-commands.ts'
import type { LedgerSettings } from './ledger-settings.ts'
import type { Operation } from './operation.ts'
import type {
  AdjustOutcome,
  EndGrantOutcome,
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
import { readBalanceFacts } from './read-balance-facts.ts'
import type { DaySpending, Period } from './spending.ts'
import type { EntriesRequest, StoreReader } from './store.ts'
import { parseUsageCursor, type UsagePage, type UsageRequest, usagePageOf } from './usage-page.ts'

/** Every command and every read of a ledger, whichever way commands are executed. */
export abstract class LedgerDoor implements LedgerCommands {
  protected readonly reader: StoreReader
  protected readonly settings: LedgerSettings

  constructor(reader: StoreReader, settings: LedgerSettings) {
    this.reader = reader
    this.settings = settings
  }

  protected abstract execute<T extends CommandType>(command: Command<T>): Promise<Outcome<T>>

  async setAllowance(input: SetAllowanceInput): Promise<SetAllowanceOutcome> {
    return await this.#ask({ type: 'set_allowance', ...input })
  }

  async grant(input: GrantInput): Promise<GrantOutcome> {
    return await this.#ask({ type: 'grant', ...input })
  }

  async hold(input: HoldInput): Promise<HoldOutcome> {
    return await this.#ask({ type: 'hold', ...input })
  }

  async start(input: OperationInput): Promise<StartOutcome> {
    return await this.#ask({ type: 'start', ...input })
  }

  async renew(input: OperationInput): Promise<RenewOutcome> {
    return await this.#ask({ type: 'renew', ...input })
  }

  async settle(input: SettleInput): Promise<SettleOutcome> {
    return await this.#ask({ type: 'settle', ...input })
  }

  async release(input: ReleaseInput): Promise<ReleaseOutcome> {
    return await this.#ask({ type: 'release', ...input })
  }

  async reverse(input: ReverseInput): Promise<ReverseOutcome> {
    return await this.#ask({ type: 'reverse', ...input })
  }

  async adjust(input: AdjustInput): Promise<AdjustOutcome> {
    return await this.#ask({ type: 'adjust', ...input })
  }

  async endGrant(input: EndGrantInput): Promise<EndGrantOutcome> {
    return await this.#ask({ type: 'end_grant', ...input })
  }

  /** Lock-free, except for the first look at a new cycle, which opens it. */
  async balance(accountId: string): Promise<Balance | undefined> {
    const read = async () => await readBalanceFacts(this.reader, accountId, this.settings.now())
    const seen = await read()
    if (!seen || !needsRoll(seen.facts, seen.at)) return seen && balanceOf(seen.facts, seen.at)
    await this.execute({ type: 'roll', accountId })
    const rolled = await read()
    return rolled && balanceOf(rolled.facts, rolled.at)
  }

  async explain(accountId: string, at?: Instant): Promise<Explanation | undefined> {
    const balance = at === undefined && (await this.balance(accountId))
    const moment = at ?? (balance ? balance.at : this.settings.now())
    const facts = await this.reader.explanationFacts(accountId, moment)
    return facts && explain(accountId, facts, moment)
  }

  async operation(accountId: string, operationId: string): Promise<Operation | undefined> {
    return await this.reader.operation(accountId, operationId)
  }

  async usage(accountId: string, { limit, cursor }: UsageRequest): Promise<UsagePage> {
    assertPositive(limit, 'A limit')
    const after = cursor === undefined ? undefined : parseUsageCursor(cursor)
    const page = { limit: limit + 1, ...(after && { after }) }
    return usagePageOf(await this.reader.usage(accountId, page), limit)
  }

  async spentByDay(accountId: string, period: Period): Promise<readonly DaySpending[]> {
    return await this.reader.spentByDay(accountId, period)
  }

  async entries(accountId: string, request: EntriesRequest): Promise<readonly Entry[]> {
    assertPositive(request.limit, 'A limit')
    return await this.reader.entries(accountId, request)
  }

  async #ask<T extends CommandType>(command: Command<T>): Promise<Outcome<T>> {
    assertCommand(command)
    return await this.execute(command)
  }
}
