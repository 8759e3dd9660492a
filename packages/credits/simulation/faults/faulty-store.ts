import {
  type Changes,
  type Store,
  StoreError,
  type StoreReader,
  type StoreSession,
  type TransactionOptions,
} from '@rheos/credits'
import type { FaultKind, Faults } from './faults.ts'
import { FaultyReader } from './faulty-reader.ts'
import { FaultySession } from './faulty-session.ts'
import { refuseUnwritable } from './unwritable.ts'

/** Whose accesses these are. */
export interface Host {
  /** Waits for the scheduler; for ever, once the host is dead. */
  turn(what: string): Promise<void>
  /** Rejects when the host dies. */
  alive<T>(answer: Promise<T>): Promise<T>
}

interface Circumstances {
  readonly host: Host
  readonly faults: Faults
}

/**
 * A store over a network, for a process that may die: every access waits its turn and may fail
 * before it is done or, worse, after.
 */
export class FaultyStore<Tx> implements Store<Tx> {
  readonly reader: StoreReader
  readonly #inner: Store<Tx>
  readonly #around: Circumstances

  constructor(inner: Store<Tx>, around: Circumstances) {
    this.#inner = inner
    this.#around = around
    this.reader = new FaultyReader(inner.reader, (what, work) =>
      this.#access(what, 'refused', work),
    )
  }

  async transaction<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T> {
    const { host } = this.#around
    await host.turn('begins a transaction')
    this.#mayFail('refused', 'begin')
    const untilCommit = (tx: Tx) => host.alive(this.#untilCommit(tx, work))
    const result = await this.#inner.transaction(untilCommit, options)
    await this.#afterwards('commit')
    return result
  }

  session(tx: Tx): StoreSession {
    const access = <T>(what: string, work: () => Promise<T>) => this.#access(what, 'aborted', work)
    return new FaultySession(this.#inner.session(tx), access)
  }

  async appendUnlocked(changes: readonly Changes[]): Promise<readonly string[]> {
    const append = async () => {
      refuseUnwritable(changes)
      return await this.#inner.appendUnlocked(changes)
    }
    const conflicts = await this.#access('appends unlocked', 'aborted', append)
    await this.#afterwards('append')
    return conflicts
  }

  async #untilCommit<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
    const result = await work(tx)
    await this.#around.host.turn('commits')
    this.#mayFail('aborted', 'commit')
    return result
  }

  async #access<T>(what: string, fault: FaultKind, work: () => Promise<T>): Promise<T> {
    await this.#around.host.turn(what)
    this.#mayFail(fault, what)
    return await work()
  }

  /** It is done; now the answer travels, and may be lost. */
  async #afterwards(what: string): Promise<void> {
    await this.#around.host.turn(`hears of its ${what}`)
    this.#mayFail('lost', what)
  }

  #mayFail(kind: FaultKind, what: string): void {
    if (this.#around.faults.strikes(kind)) throw new StoreError(`Simulated: ${kind} (${what}).`)
  }
}
