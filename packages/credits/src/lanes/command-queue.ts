import { LedgerBusyError } from '../busy-error.ts'
import type { Waiting } from './waiting.ts'

/** The commands of one account that are executed together, in the order they came. */
export interface AccountCommands {
  readonly accountId: string
  readonly waiting: readonly Waiting[]
}

/** How much is taken at a time. */
export interface Portion {
  readonly commands: number
  readonly accounts: number
}

/** Commands that wait, by account: whoever has many of them waits behind those who have few. */
export class CommandQueue {
  readonly #max: number
  /** In the order in which accounts are served. */
  readonly #accounts = new Map<string, Waiting[]>()
  #size = 0

  constructor(max: number) {
    this.#max = max
  }

  get size(): number {
    return this.#size
  }

  /** Throws `LedgerBusyError` when it is full. */
  add(waiting: Waiting): void {
    if (this.#size >= this.#max) throw new LedgerBusyError(this.#size)
    const { accountId } = waiting.command
    const queued = this.#accounts.get(accountId)
    if (queued) queued.push(waiting)
    else this.#accounts.set(accountId, [waiting])
    this.#size += 1
  }

  /** Commands that were taken and could not be executed: before any that came later. */
  putBack({ accountId, waiting }: AccountCommands): void {
    this.#accounts.set(accountId, [...waiting, ...(this.#accounts.get(accountId) ?? [])])
    this.#size += waiting.length
  }

  /** An equal part to each of the accounts that `isWanted`, then of the rest. */
  take(
    { commands: max, accounts }: Portion,
    isWanted: (commands: AccountCommands) => boolean,
  ): readonly AccountCommands[] {
    const wanted = [...this.#accounts]
      .filter(([accountId, waiting]) => isWanted({ accountId, waiting }))
      .slice(0, Math.min(max, accounts))
    const part = Math.max(1, Math.floor(max / Math.max(1, wanted.length)))
    let left = max - wanted.reduce((sum, [, queued]) => sum + Math.min(part, queued.length), 0)
    return wanted.map(([accountId, queued]) => {
      const more = Math.min(left, Math.max(0, queued.length - part))
      left -= more
      return { accountId, waiting: this.#takeOf(accountId, queued, part + more) }
    })
  }

  #takeOf(accountId: string, queued: Waiting[], count: number): readonly Waiting[] {
    const taken = queued.splice(0, count)
    this.#size -= taken.length
    // Served for now: whoever has more waits behind all others.
    this.#accounts.delete(accountId)
    if (queued.length > 0) this.#accounts.set(accountId, queued)
    return taken
  }
}
