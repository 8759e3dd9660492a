import { type LedgerSettings, StoreError } from '@rheos/credits'
import type { MemoryTransaction } from '@rheos/credits/memory'
import type { Random } from '../../test/random.ts'
import type { Asked, AskedType } from '../clients/asked.ts'
import type { Instance, Reply } from '../clients/instance.ts'
import type { Faults } from '../faults/faults.ts'
import type { Host } from '../faults/faulty-store.ts'
import { FaultyProcess } from '../process/faulty-process.ts'
import { replyTo } from '../process/reply-to.ts'
import type { NotingStore } from './noting-store.ts'
import type { Scheduler } from './scheduler.ts'

export interface InstanceOptions {
  readonly store: NotingStore
  readonly scheduler: Scheduler
  readonly faults: Faults
  readonly settings: LedgerSettings
}

/** A process in the memory of this one, which takes lanes and snapshots along when it dies. */
export class SimulatedInstance implements Instance, Host {
  readonly name: string
  readonly #process: FaultyProcess<MemoryTransaction>
  readonly #scheduler: Scheduler
  readonly #death: Promise<never>
  #die: (error: Error) => void = () => {}

  constructor(name: string, { scheduler, ...around }: InstanceOptions, random: Random) {
    this.name = name
    this.#scheduler = scheduler
    this.#death = new Promise((_, reject) => {
      this.#die = reject
    })
    // Nobody needs to have asked anything when it dies.
    this.#death.catch(() => {})
    const defer = (go: () => void) => scheduler.later({ owner: name, what: 'gathers a batch', go })
    this.#process = new FaultyProcess({ ...around, host: this, defer }, random)
  }

  async ask<T extends AskedType>(asked: Asked<T>): Promise<Reply<T>> {
    try {
      return await this.alive(replyTo(this.#process, asked))
    } catch (death) {
      return { kind: 'failed', failure: 'unknown', error: String(death) }
    }
  }

  /** Whatever it was doing stops for ever, and its open transactions are undone. */
  die(): void {
    this.#scheduler.drop(this.name)
    this.#die(new StoreError(`${this.name} died.`))
  }

  turn(what: string): Promise<void> {
    return this.#scheduler.turn(this.name, what)
  }

  alive<T>(answer: Promise<T>): Promise<T> {
    return Promise.race([answer, this.#death])
  }
}
