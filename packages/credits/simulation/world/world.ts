import { type Instant, Ledger, type LedgerSettings, type Policy } from '@rheos/credits'
import type { Random } from '../../test/random.ts'
import type { Records } from '../audit/evidence.ts'
import type { Instance } from '../clients/instance.ts'
import { Faults } from '../faults/faults.ts'
import type { Surroundings } from '../life.ts'
import { NotingStore } from './noting-store.ts'
import { policyFrom } from './policy.ts'
import { Scheduler } from './scheduler.ts'
import { SimulatedInstance } from './simulated-instance.ts'
import type { Trace } from './trace.ts'
import { STARTS, WorldClock } from './world-clock.ts'

/** A seed that takes more steps has no end. */
const STEPS_MAX = 30_000

/** Everything that a seed decides but what clients want: time, order, faults, processes. */
export class World implements Surroundings {
  readonly policy: Policy
  readonly extent = { atOnce: 17, inAll: 27 }
  readonly #settings: LedgerSettings
  readonly #clock: WorldClock
  readonly #faults: Faults
  readonly #scheduler: Scheduler
  readonly #store = new NotingStore()
  readonly #random: Random
  readonly #trace: Trace
  readonly #instances: SimulatedInstance[] = []
  #born = 0
  #ids = 0

  constructor(random: Random, trace: Trace) {
    this.#random = random
    this.#trace = trace
    const start = random.pick(STARTS)
    this.policy = policyFrom(start, random)
    this.#clock = new WorldClock(start, this.policy.leaseMs, random.fork())
    this.#faults = new Faults(random.fork())
    this.#scheduler = new Scheduler(random.fork(), random.pick([0, 0, 0.5, 0.9]))
    this.#settings = { ...this.policy, now: this.#clock.now, newId: () => this.#newId() }
    const count = random.between(1, 3)
    for (let index = 0; index < count; index += 1) this.#instances.push(this.#bear())
  }

  /** One of the processes that live now. */
  instance(random: Random): Instance {
    return random.pick(this.#instances)
  }

  now(): Instant {
    return this.#clock.now()
  }

  async turn(owner: string, what: string): Promise<void> {
    await this.#scheduler.turn(owner, what)
  }

  async run(work: Promise<void>): Promise<string | undefined> {
    let isDone = false
    const done = work.finally(() => {
      isDone = true
    })
    const end = await this.#scheduler.run({
      interfere: () => this.#interfere(),
      onTurn: ({ owner, what }) => this.#trace.write(() => `${this.#time()}   ${owner} ${what}`),
      isDone: () => isDone,
      stepsMax: STEPS_MAX,
    })
    if (end !== 'done') return `It is ${end}; waiting: ${this.#waiting()}.`
    await done
    return undefined
  }

  get faultsMet(): number {
    return this.#faults.total
  }

  get deaths(): number {
    return this.#faults.counts.death
  }

  async endFaults(): Promise<void> {
    this.#faults.end()
  }

  passAll(ms: number): void {
    this.#clock.passAll(ms)
  }

  async records(): Promise<Records> {
    const store = this.#store
    const ledger = new Ledger({ ...this.#settings, store, limits: { defer: queueMicrotask } })
    return { ledger, reader: store.reader, notes: store.notes, now: this.now() }
  }

  #interfere(): boolean {
    this.#clock.tick()
    if (this.#faults.strikes('death')) {
      const index = this.#random.between(0, this.#instances.length - 1)
      const dead = this.#instances[index]
      this.#instances[index] = this.#bear()
      this.#trace.write(() => `${this.#time()} ! ${dead?.name} dies`)
      dead?.die()
      return true
    }
    if (!this.#faults.strikes('jump')) return false
    this.#trace.write(() => `${this.#time()} ! the clock jumps`)
    this.#clock.jump()
    return true
  }

  #bear(): SimulatedInstance {
    this.#born += 1
    const around = {
      store: this.#store,
      scheduler: this.#scheduler,
      faults: this.#faults,
      settings: this.#settings,
    }
    return new SimulatedInstance(`process-${this.#born}`, around, this.#random.fork())
  }

  #waiting(): string {
    return this.#scheduler.waiting.map(({ owner, what }) => `${owner} ${what}`).join(', ')
  }

  #newId(): string {
    this.#ids += 1
    return `cycle-${this.#ids}`
  }

  #time(): string {
    return new Date(this.now()).toISOString()
  }
}
