import { randomUUID } from 'node:crypto'
import { setImmediate as moment, setTimeout as pause } from 'node:timers/promises'
import { type Instant, Ledger, type Policy } from '@rheos/credits'
import type pg from 'pg'
import { openPool } from '../../bench/server/connect.ts'
import type { Random } from '../../test/random.ts'
import type { Records } from '../audit/evidence.ts'
import type { Instance } from '../clients/instance.ts'
import { Faults } from '../faults/faults.ts'
import type { Surroundings } from '../life.ts'
import { policyFrom } from '../world/policy.ts'
import { STARTS, WorldClock } from '../world/world-clock.ts'
import type { MergedTrace } from './merged-trace.ts'
import type { Step } from './messages.ts'
import { NotingPostgresStore, notesIn } from './noting-postgres-store.ts'
import { RemoteInstance } from './remote-instance.ts'

export interface PostgresWorldOptions {
  /** Of a database that nobody has used. */
  readonly url: string
  /** What each process runs. */
  readonly program: string
  readonly processes: number
  readonly random: Random
  readonly trace: MergedTrace
}

const CONNECTIONS_MAX = 2
const LOOK_AGAIN_AFTER_MS = 5
/** What takes longer has no end. */
const GIVE_UP_AFTER_MS = 60_000

const LEFT_BY = `select count(*)::int as count from pg_stat_activity
  where datname = current_database() and application_name = any($1)`

/**
 * Processes of this machine on one PostgreSQL. The seed decides what clients want and how often
 * something goes wrong; when it does, and who comes first, is up to the machine.
 */
export class PostgresWorld implements Surroundings {
  readonly policy: Policy
  /** Starting processes takes so long that it has to be worth it. */
  readonly extent = { atOnce: 60, inAll: 80 }
  readonly #options: PostgresWorldOptions
  readonly #random: Random
  readonly #pace: Random
  readonly #clock: WorldClock
  readonly #faults: Faults
  readonly #pool: pg.Pool
  readonly #instances: RemoteInstance[] = []
  readonly #killed: RemoteInstance[] = []
  #passedAt = performance.now()
  #born = 0
  #isOver = false

  private constructor(options: PostgresWorldOptions) {
    const { random, url } = options
    this.#options = options
    this.#random = random
    this.#pace = random.fork()
    const start = random.pick(STARTS)
    this.policy = policyFrom(start, random)
    this.#clock = new WorldClock(start, this.policy.leaseMs, random.fork())
    this.#faults = new Faults(random.fork())
    this.#pool = openPool(url, CONNECTIONS_MAX)
  }

  /** When all processes are there. */
  static async open(options: PostgresWorldOptions): Promise<PostgresWorld> {
    const world = new PostgresWorld(options)
    for (let index = 0; index < options.processes; index += 1) world.#instances.push(world.#bear())
    await Promise.all(world.#instances.map(({ opened }) => opened))
    world.#passedAt = performance.now()
    world.#turnClocks()
    return world
  }

  /** One of the processes that live now. */
  instance(random: Random): Instance {
    return random.pick(this.#instances)
  }

  now(): Instant {
    const passed = Math.floor(performance.now() - this.#passedAt)
    this.#passedAt += passed
    this.#clock.pass(passed)
    return this.#clock.now()
  }

  async turn(): Promise<void> {
    const ms = this.#pace.between(0, 4)
    await (ms === 0 ? moment() : pause(ms))
    // Nobody waits for it any more.
    if (this.#isOver) await new Promise(() => {})
  }

  async run(work: Promise<void>): Promise<string | undefined> {
    const giveUp = new AbortController()
    const late = pause(GIVE_UP_AFTER_MS, 'late' as const, { signal: giveUp.signal })
    const end = await Promise.race([work, late])
    giveUp.abort()
    return end === 'late' ? this.#giveUp() : undefined
  }

  get faultsMet(): number {
    const all = [...this.#instances, ...this.#killed]
    return all.reduce((sum, { faults }) => sum + faults, this.#faults.total)
  }

  get deaths(): number {
    return this.#killed.length
  }

  /** Nor is anything left of those that were killed, which the database notices a moment later. */
  async endFaults(): Promise<void> {
    this.#faults.end()
    for (const instance of this.#instances) instance.endFaults()
    await Promise.all(this.#killed.map((instance) => instance.kill()))
    const names = this.#killed.map(({ name }) => name)
    const left = async () => (await this.#pool.query(LEFT_BY, [names])).rows[0]?.count
    while ((await left()) > 0) await pause(LOOK_AGAIN_AFTER_MS)
  }

  passAll(ms: number): void {
    this.now()
    this.#clock.passAll(ms)
    this.#turnClocks()
  }

  async records(): Promise<Records> {
    await Promise.all(this.#instances.map((instance) => instance.close()))
    const store = new NotingPostgresStore(this.#pool)
    const now = () => this.now()
    const ledger = new Ledger({ ...this.policy, store, now, newId: randomUUID })
    const notes = await notesIn(this.#pool)
    return { ledger, reader: store.reader, notes, now: this.now() }
  }

  async close(): Promise<void> {
    this.#isOver = true
    await Promise.all(this.#instances.map((instance) => instance.kill()))
    await this.#pool.end()
  }

  #onStep(name: string, { at, what }: Step): void {
    this.#options.trace.add(at, `  ${name} ${what}`)
    if (this.#faults.strikes('death'))
      this.#kill(this.#random.between(0, this.#instances.length - 1))
    if (!this.#faults.strikes('jump')) return
    this.now()
    this.#clock.jump()
    this.#options.trace.write(() => `! the clock jumps to ${new Date(this.now()).toISOString()}`)
    this.#turnClocks()
  }

  #kill(index: number): void {
    const instance = this.#instances[index] as RemoteInstance
    this.#instances[index] = this.#bear()
    this.#killed.push(instance)
    this.#options.trace.write(() => `! ${instance.name} is killed`)
    void instance.kill()
  }

  #bear(): RemoteInstance {
    const { url, program } = this.#options
    this.#born += 1
    const name = `process-${this.#born}`
    const seed = this.#random.seed()
    const opening = { url, name, seed, policy: this.policy, now: this.now() }
    return new RemoteInstance(program, opening, (step) => this.#onStep(name, step))
  }

  /** Each hears of it in its own time. */
  #turnClocks(): void {
    const now = this.now()
    for (const instance of this.#instances) instance.turnClock(now)
  }

  #giveUp(): string {
    this.#isOver = true
    const waiting = this.#instances.flatMap((instance) => instance.waiting)
    return `It takes more than ${GIVE_UP_AFTER_MS} ms; waiting: ${waiting.join(', ')}.`
  }
}
