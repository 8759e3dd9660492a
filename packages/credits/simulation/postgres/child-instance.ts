import { setImmediate as moment, setTimeout as pause } from 'node:timers/promises'
import type { Queryable } from '@rheos/credits/postgres'
import type pg from 'pg'
import { openPool } from '../../bench/server/connect.ts'
import { Random } from '../../test/random.ts'
import type { Asked } from '../clients/asked.ts'
import type { Reply } from '../clients/instance.ts'
import { Faults } from '../faults/faults.ts'
import type { Host } from '../faults/faulty-store.ts'
import { FaultyProcess } from '../process/faulty-process.ts'
import { replyTo } from '../process/reply-to.ts'
import type { Opening } from './messages.ts'
import { NotingPostgresStore } from './noting-postgres-store.ts'
import { PassingClock } from './passing-clock.ts'

const CONNECTIONS_MAX = 4

/** A process of the product on PostgreSQL, from inside. */
export class ChildInstance implements Host {
  readonly clock: PassingClock
  readonly faults: Faults
  readonly #pool: pg.Pool
  readonly #random: Random
  readonly #process: FaultyProcess<Queryable>
  readonly #onStep: (what: string) => void
  #ids = 0

  constructor({ url, name, seed, policy, now }: Opening, onStep: (what: string) => void) {
    const random = new Random(seed)
    const named = new URL(url)
    named.searchParams.set('application_name', name)
    this.clock = new PassingClock(now)
    this.faults = new Faults(random.fork())
    this.#pool = openPool(named.href, CONNECTIONS_MAX)
    this.#random = random.fork()
    this.#onStep = onStep
    const newId = () => {
      this.#ids += 1
      return `${name}-cycle-${this.#ids}`
    }
    const settings = { ...policy, now: this.clock.now, newId }
    const store = new NotingPostgresStore(this.#pool)
    const { faults } = this
    this.#process = new FaultyProcess(
      { store, host: this, faults, settings, defer: setImmediate },
      random,
    )
  }

  async ask(asked: Asked): Promise<Reply> {
    return await replyTo(this.#process, asked)
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }

  /** Nobody decides here whose turn it is: chance makes some slower than others. */
  async turn(what: string): Promise<void> {
    const ms = this.#random.pickWeighted([
      [6, 0],
      [3, this.#random.between(1, 3)],
      [1, this.#random.between(4, 12)],
    ])
    await (ms === 0 ? moment() : pause(ms))
    this.#onStep(what)
  }

  /** When it dies, nobody is left who could notice. */
  async alive<T>(answer: Promise<T>): Promise<T> {
    return await answer
  }
}
