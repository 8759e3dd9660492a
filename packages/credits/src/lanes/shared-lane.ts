import type { AccountState } from '../account-state.ts'
import { type Command, type CommandType, wantedByAll } from '../command.ts'
import { type DecidedTogether, decideEach } from '../decide-each.ts'
import type { Journal } from '../journal.ts'
import type { LedgerSettings } from '../ledger-settings.ts'
import { isCommon, type Store } from '../store.ts'
import { outcomeWithoutAccount } from '../unknown-account.ts'
import type { AccountCommands } from './command-queue.ts'
import { pruned, Snapshots } from './snapshots.ts'
import { answer, refuse } from './waiting.ts'

/** An account to decide on: what was kept may be dropped or replaced while others are read. */
interface Loaded {
  readonly state: AccountState
  readonly isFresh: boolean
}

/** The commands of one account as they were decided, and whether nobody needs to look again. */
interface Decided extends DecidedTogether<CommandType> {
  readonly commands: AccountCommands
  /** Read after the commands came: what changes nothing is true as it stands. */
  readonly isFresh: boolean
}

/** What was decided of a batch, and which of it cannot be decided together. */
export interface Decisions {
  readonly decided: readonly Decided[]
  readonly undecided: readonly AccountCommands[]
}

/** What was neither appended nor answered. */
export interface SharedRun {
  /** Somebody else has or had the account. */
  readonly conflicted: readonly AccountCommands[]
  /** Some command of these can only be executed, or refused, by itself. */
  readonly unfinished: readonly AccountCommands[]
  /** The accounts of all others, which are now as was decided. */
  readonly kept: ReadonlySet<string>
  /** Tells those how it went. */
  readonly answer: () => void
}

/** Commands of many accounts, decided on snapshots and appended in one guarded step. */
export class SharedLane {
  readonly #store: Pick<Store<unknown>, 'reader' | 'appendUnlocked'>
  readonly #settings: LedgerSettings
  readonly #snapshots: Snapshots
  /** Accounts that are being appended to, as they will be when that has succeeded. */
  readonly #expected = new Map<string, AccountState>()
  /** Hears when more can be decided ahead. */
  readonly #onAppending: () => void

  constructor(
    store: Pick<Store<unknown>, 'reader' | 'appendUnlocked'>,
    settings: LedgerSettings,
    snapshotsMax: number,
    onAppending: () => void,
  ) {
    this.#store = store
    this.#onAppending = onAppending
    this.#settings = settings
    this.#snapshots = new Snapshots(snapshotsMax)
  }

  forget(accountId: string): void {
    this.#snapshots.drop(accountId)
    this.#expected.delete(accountId)
  }

  /** Never rejects: a caller hears of a failure by its own answer. */
  async run(batch: readonly AccountCommands[]): Promise<SharedRun> {
    return await this.#orRefuse(batch, async () =>
      this.#append(this.#decideAll(batch, await this.#load(batch))),
    )
  }

  /** Whether these can be decided on what is being appended. */
  canDecideAhead(commands: AccountCommands): boolean {
    const state = this.#expected.get(commands.accountId)
    return state !== undefined && hasSeen(state, commands)
  }

  /** As if what is being appended had succeeded already. Nobody is told, and nothing is appended yet. */
  decideAhead(batch: readonly AccountCommands[]): Decisions {
    const expected = new Map<string, Loaded>()
    for (const { accountId } of batch) {
      const state = this.#expected.get(accountId)
      if (state) expected.set(accountId, { state, isFresh: false })
    }
    return this.#decideAll(batch, expected)
  }

  /** Those of the decisions whose accounts are as was expected. Never rejects either. */
  async runAhead(batch: readonly AccountCommands[], decisions: Decisions): Promise<SharedRun> {
    const isGoing = (commands: AccountCommands) => batch.includes(commands)
    const decided = decisions.decided.filter((each) => isGoing(commandsOf(each)))
    const undecided = decisions.undecided.filter(isGoing)
    return await this.#orRefuse(batch, () => this.#append({ decided, undecided }))
  }

  async #orRefuse(
    batch: readonly AccountCommands[],
    work: () => Promise<SharedRun>,
  ): Promise<SharedRun> {
    try {
      return await work()
    } catch (error) {
      for (const { accountId, waiting } of batch) {
        this.#snapshots.drop(accountId)
        refuse(waiting, error)
      }
      return { conflicted: [], unfinished: [], kept: new Set(), answer: () => {} }
    }
  }

  /** What is seen of each account now, or else read: all that is missing in one read. */
  async #load(batch: readonly AccountCommands[]): Promise<ReadonlyMap<string, Loaded>> {
    const loaded = new Map<string, Loaded>()
    for (const commands of batch) {
      const state = this.#snapshots.get(commands.accountId)
      if (state && hasSeen(state, commands)) {
        loaded.set(commands.accountId, { state, isFresh: false })
      }
    }
    const missing = batch.filter(({ accountId }) => !loaded.has(accountId))
    for (const state of await this.#read(missing)) {
      loaded.set(state.account.id, { state: this.#joined(state), isFresh: true })
    }
    return loaded
  }

  async #read(batch: readonly AccountCommands[]): Promise<readonly AccountState[]> {
    if (batch.length === 0) return []
    const now = this.#settings.now()
    const requests = batch.map(({ accountId, waiting }) => {
      const wanted = wantedByAll(waiting.map(({ command }) => command))
      return { accountId, wanted, now }
    })
    return await this.#store.reader.states(requests)
  }

  /** With the operations that were seen before, when nothing has changed since. */
  #joined(state: AccountState): AccountState {
    const seen = this.#snapshots.get(state.account.id)
    if (seen?.version !== state.version) return state
    return { ...state, operations: new Map([...seen.operations, ...state.operations]) }
  }

  #decideAll(batch: readonly AccountCommands[], loaded: ReadonlyMap<string, Loaded>): Decisions {
    const decided: Decided[] = []
    const undecided: AccountCommands[] = []
    for (const commands of batch) {
      const account = loaded.get(commands.accountId)
      const result = account && this.#decide(commands, account)
      if (result) decided.push(result)
      else if (account) undecided.push(commands)
      else answerWithoutAccount(commands)
    }
    return { decided, undecided }
  }

  /** `undefined` when one of them fails or needs more than was seen: each is for the locked lane. */
  #decide(commands: AccountCommands, { state, isFresh }: Loaded): Decided | undefined {
    const asked = commands.waiting.map(({ command }) => command)
    try {
      const { journal, outcomes } = decideEach(state, asked, this.#settings)
      const isSeen = isFresh || commands.waiting.every(({ command }) => isIn(journal, command))
      return isSeen ? { commands, journal, outcomes, isFresh } : undefined
    } catch {
      return undefined
    }
  }

  async #append({ decided, undecided }: Decisions): Promise<SharedRun> {
    for (const each of decided) this.#expected.set(idOf(each), pruned(each.journal.state))
    this.#onAppending()
    try {
      return await this.#appendExpected({ decided, undecided })
    } finally {
      for (const each of decided) this.#expected.delete(idOf(each))
    }
  }

  async #appendExpected({ decided, undecided }: Decisions): Promise<SharedRun> {
    let left = decided.filter(({ journal, isFresh }) => journal.hasChanges || !isFresh)
    const conflicted: AccountCommands[] = []
    const unfinished = [...undecided]
    while (left.length > 0) {
      const conflicts = await this.#appendAll(left)
      if (!conflicts) unfinished.push(...left.map(commandsOf))
      if (!conflicts || conflicts.size === 0) break
      conflicted.push(...left.filter((each) => conflicts.has(idOf(each))).map(commandsOf))
      left = left.filter((each) => !conflicts.has(idOf(each)))
    }
    const lost = new Set([...conflicted, ...unfinished])
    const kept = decided.filter(({ commands }) => !lost.has(commands))
    for (const { journal } of kept) this.#snapshots.keep(journal.state)
    const answerAll = () => {
      for (const { commands, outcomes } of kept) answer(commands.waiting, outcomes)
    }
    return { conflicted, unfinished, kept: new Set(kept.map(idOf)), answer: answerAll }
  }

  /** The accounts that could not be appended to; `undefined` when one of them spoils all. */
  async #appendAll(decided: readonly Decided[]): Promise<ReadonlySet<string> | undefined> {
    try {
      const changes = decided.map(({ journal }) => journal.changes)
      return new Set(await this.#store.appendUnlocked(changes))
    } catch (error) {
      if (isCommon(error)) throw error
      return undefined
    }
  }
}

/** A hold's id is new as a rule; that it is will be checked when it is appended. */
function hasSeen(state: AccountState, { waiting }: AccountCommands): boolean {
  const began = new Set<string>()
  return waiting.every(({ command }) => {
    if (!('operationId' in command)) return true
    if (command.type === 'hold') began.add(command.operationId)
    return began.has(command.operationId) || state.operations.has(command.operationId)
  })
}

function answerWithoutAccount({ waiting }: AccountCommands): void {
  const outcomes = waiting.map(({ command }) => outcomeWithoutAccount(command))
  answer(waiting, outcomes)
}

function isIn(journal: Journal, command: Command): boolean {
  return !('operationId' in command) || journal.operation(command.operationId) !== undefined
}

function commandsOf({ commands }: Decided): AccountCommands {
  return commands
}

function idOf({ commands }: Decided): string {
  return commands.accountId
}
