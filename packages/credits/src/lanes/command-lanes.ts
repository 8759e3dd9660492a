import type { Command, CommandType } from '../command.ts'
import { executeInSession } from '../execute-in-session.ts'
import type { LedgerSettings } from '../ledger-settings.ts'
import type { Outcome } from '../outcome.ts'
import { isCommon, type Store } from '../store.ts'
import { type AccountCommands, CommandQueue, type Portion } from './command-queue.ts'
import type { LaneLimits } from './lane-limits.ts'
import { type Decisions, SharedLane, type SharedRun } from './shared-lane.ts'
import { answer, refuse, type Waiting } from './waiting.ts'

/** What only the whole account can answer, or what opens it. */
const LOCKED_TYPES: ReadonlySet<CommandType> = new Set([
  'set_allowance',
  'grant',
  'reverse',
  'adjust',
  'end_grant',
])

type Batch = readonly AccountCommands[]

/** A batch that waits for the one before it, on whose success it was decided. */
interface Ahead {
  readonly before: Batch
  readonly batch: Batch
  readonly decisions: Decisions
}

/**
 * Executes commands that come at the same time together. Most go through the shared lane: decided on
 * what this process saw last, and appended for all accounts in one step if nobody changed them
 * since. What met a conflict goes through the locked lane of its account: lock, load, decide,
 * append. While an account is in either lane its further commands gather in the queue; where many
 * do, the next batch of the shared lane is decided while the one before it is appended.
 */
export class CommandLanes<Tx> {
  readonly #store: Store<Tx>
  readonly #settings: LedgerSettings
  readonly #limits: LaneLimits
  readonly #queue: CommandQueue
  readonly #shared: SharedLane
  /** Accounts with commands in a lane. */
  readonly #busy = new Set<string>()
  /** Accounts that others change too, and for how many batches they keep to the locked lane. */
  readonly #contended = new Map<string, number>()
  /** Batches in the shared lane. */
  readonly #out = new Set<Batch>()
  #ahead: Ahead | undefined
  #lockedBatches = 0
  #isScheduled = false

  constructor(store: Store<Tx>, settings: LedgerSettings, limits: LaneLimits) {
    this.#store = store
    this.#settings = settings
    this.#limits = limits
    this.#queue = new CommandQueue(limits.waitingMax)
    const decideLater = () => limits.defer(() => this.#decideAhead())
    this.#shared = new SharedLane(store, settings, limits.snapshotsMax, decideLater)
  }

  /** Rejects with `LedgerBusyError` when too many wait already. */
  async execute<T extends CommandType>(command: Command<T>): Promise<Outcome<T>> {
    return await new Promise((resolve, reject) => {
      const waiting = { command, resolve, reject } as unknown as Waiting
      this.#queue.add(waiting)
      this.#schedule()
    })
  }

  /** Somebody else changes this account: what was seen of it is old. */
  forget(accountId: string): void {
    this.#shared.forget(accountId)
  }

  /** A moment later, so that those who come now come along. */
  #schedule(): void {
    if (this.#isScheduled || this.#queue.size === 0) return
    this.#isScheduled = true
    this.#limits.defer(() => {
      this.#isScheduled = false
      this.#dispatch()
    })
  }

  #dispatch(): void {
    this.#dispatchLocked()
    while (this.#hasRoom()) {
      const portion = { commands: this.#limits.batchMax, accounts: this.#limits.batchMax }
      const batch = this.#take(portion, (commands) => !this.#needsLock(commands))
      if (batch.length === 0) break
      void this.#runShared(batch, this.#shared.run(batch))
    }
    this.#decideAhead()
  }

  #decideAhead(): void {
    const [before] = this.#out
    if (!before || this.#out.size > 1 || this.#ahead || !this.#areManyWaiting()) return
    const portion = { commands: this.#limits.batchMax, accounts: this.#limits.batchMax }
    const batch = this.#queue.take(
      portion,
      (commands) => this.#shared.canDecideAhead(commands) && !this.#needsLock(commands),
    )
    if (batch.length === 0) return
    this.#ahead = { before, batch, decisions: this.#shared.decideAhead(batch) }
  }

  /** Accounts that have to wait for a lock, or for their turn to, hold up no others. */
  #dispatchLocked(): void {
    const accounts = this.#limits.lockedMax - this.#lockedBatches
    if (accounts <= 0 || this.#queue.size === 0) return
    const portion = { commands: this.#limits.batchMax, accounts }
    const batch = this.#take(portion, (commands) => this.#needsLock(commands))
    for (const commands of batch) void this.#runLocked(commands)
  }

  #take(
    portion: Portion,
    isWanted: (commands: AccountCommands) => boolean,
  ): readonly AccountCommands[] {
    const batch = this.#queue.take(
      portion,
      (commands) => !this.#busy.has(commands.accountId) && isWanted(commands),
    )
    for (const { accountId } of batch) this.#busy.add(accountId)
    return batch
  }

  /** A second batch sets out only when many wait: small batches cost more than they hurry. */
  #hasRoom(): boolean {
    if (this.#queue.size === 0) return false
    if (this.#out.size === 0) return true
    return this.#out.size < 2 && this.#areManyWaiting()
  }

  #needsLock({ accountId, waiting }: AccountCommands): boolean {
    const isContended = this.#contended.has(accountId)
    return isContended || waiting.some(({ command }) => LOCKED_TYPES.has(command.type))
  }

  async #runShared(batch: Batch, running: Promise<SharedRun>): Promise<void> {
    this.#out.add(batch)
    const { conflicted, unfinished, kept, answer: answerKept } = await running
    this.#out.delete(batch)
    for (const { accountId } of batch) this.#busy.delete(accountId)
    const isFollowed = this.#follow(batch, kept)
    for (const commands of conflicted) this.#putBack(commands, this.#limits.contendedBatches)
    for (const commands of unfinished) this.#putBack(commands, 1)
    if (!isFollowed && !this.#areManyWaiting()) {
      answerKept()
      this.#dispatchLocked()
      return this.#schedule()
    }
    // The store works on the next batch while those of this one hear how it went and ask on.
    this.#dispatch()
    this.#limits.defer(answerKept)
  }

  /** What was decided ahead sets out, or goes back to be decided anew: behind what is put back later. */
  #follow(before: Batch, kept: ReadonlySet<string>): boolean {
    if (this.#ahead?.before !== before) return false
    const { batch, decisions } = this.#ahead
    this.#ahead = undefined
    const going = batch.filter(({ accountId }) => kept.has(accountId))
    for (const commands of batch) if (!going.includes(commands)) this.#queue.putBack(commands)
    if (going.length === 0) return false
    for (const { accountId } of going) this.#busy.add(accountId)
    void this.#runShared(going, this.#shared.runAhead(going, decisions))
    return true
  }

  #areManyWaiting(): boolean {
    return this.#queue.size >= this.#limits.batchMax / 2
  }

  /** For the locked lane, and to stay there for so many batches. */
  #putBack(commands: AccountCommands, batches: number): void {
    this.#contended.set(commands.accountId, batches)
    this.#queue.putBack(commands)
    if (this.#contended.size <= this.#limits.snapshotsMax) return
    // Of an account that never came back; at worst it meets another conflict.
    const [oldest] = this.#contended.keys()
    if (oldest !== undefined) this.#contended.delete(oldest)
  }

  async #runLocked({ accountId, waiting }: AccountCommands): Promise<void> {
    this.#lockedBatches += 1
    this.#shared.forget(accountId)
    for (const group of groupsOf(waiting)) await this.#executeLocked(group)
    this.#calm(accountId)
    this.#lockedBatches -= 1
    this.#busy.delete(accountId)
    this.#schedule()
  }

  #calm(accountId: string): void {
    const left = (this.#contended.get(accountId) ?? 0) - 1
    if (left > 0) this.#contended.set(accountId, left)
    else this.#contended.delete(accountId)
  }

  /** All of them in one transaction; when it fails for a reason of one's own, each by itself. */
  async #executeLocked(waiting: readonly Waiting[]): Promise<void> {
    try {
      answer(waiting, await this.#transact(waiting))
    } catch (error) {
      if (waiting.length === 1 || isCommon(error)) return refuse(waiting, error)
      for (const one of waiting) await this.#executeLocked([one])
    }
  }

  async #transact(waiting: readonly Waiting[]): Promise<readonly Outcome<CommandType>[]> {
    const commands = waiting.map(({ command }) => command) as [Command, ...Command[]]
    return await this.#store.transaction(async (tx) =>
      executeInSession(this.#store.session(tx), this.#settings, commands),
    )
  }
}

/** What opens an account is decided by itself: what came before it met no account. */
function groupsOf(waiting: readonly Waiting[]): readonly (readonly Waiting[])[] {
  const groups: Waiting[][] = []
  let isOpening = false
  for (const one of waiting) {
    const last = groups.at(-1)
    const opens = one.command.type === 'set_allowance'
    if (last && !opens && !isOpening) last.push(one)
    else groups.push([one])
    isOpening = opens
  }
  return groups
}
