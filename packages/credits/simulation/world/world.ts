import type { Instant, LedgerSettings, Policy } from '@rheos/credits'
import { MemoryStore, type MemoryTransaction } from '@rheos/credits/memory'
import type { Random } from '../../test/random.ts'
import type { Instance } from '../clients/instance.ts'
import { Faults } from '../faults/faults.ts'
import { policyFrom } from './policy.ts'
import { ProductNotes } from './product-notes.ts'
import { type RunEnd, Scheduler } from './scheduler.ts'
import { SimulatedInstance } from './simulated-instance.ts'
import type { Trace } from './trace.ts'
import { STARTS, WorldClock } from './world-clock.ts'

/** A seed that takes more steps has no end. */
const STEPS_MAX = 30_000

/** Everything that a seed decides but what clients want: time, order, faults, processes. */
export class World {
  readonly clock: WorldClock
  readonly faults: Faults
  readonly scheduler: Scheduler
  readonly settings: LedgerSettings & Policy
  readonly store = new MemoryStore()
  readonly notes = new ProductNotes<MemoryTransaction>()
  readonly #random: Random
  readonly #trace: Trace
  readonly #instances: SimulatedInstance<MemoryTransaction>[] = []
  #born = 0
  #ids = 0

  constructor(random: Random, trace: Trace) {
    this.#random = random
    this.#trace = trace
    const start = random.pick(STARTS)
    const policy = policyFrom(start, random)
    this.clock = new WorldClock(start, policy.leaseMs, random.fork())
    this.faults = new Faults(random.fork())
    this.scheduler = new Scheduler(random.fork(), random.pick([0, 0, 0.5, 0.9]))
    this.settings = { ...policy, now: this.clock.now, newId: () => this.#newId() }
    const count = random.between(1, 3)
    for (let index = 0; index < count; index += 1) this.#instances.push(this.#bear())
  }

  /** One of the processes that live now. */
  instance(random: Random): Instance<MemoryTransaction> {
    return random.pick(this.#instances)
  }

  now(): Instant {
    return this.clock.now()
  }

  async turn(owner: string, what: string): Promise<void> {
    await this.scheduler.turn(owner, what)
  }

  async run(work: Promise<unknown>): Promise<RunEnd> {
    let isDone = false
    const done = work.finally(() => {
      isDone = true
    })
    const end = await this.scheduler.run({
      interfere: () => this.#interfere(),
      onTurn: ({ owner, what }) => this.#trace.write(() => `${this.#time()}   ${owner} ${what}`),
      isDone: () => isDone,
      stepsMax: STEPS_MAX,
    })
    if (end === 'done') await done
    return end
  }

  #interfere(): boolean {
    this.clock.tick()
    if (this.faults.strikes('death')) {
      const index = this.#random.between(0, this.#instances.length - 1)
      const dead = this.#instances[index]
      this.#instances[index] = this.#bear()
      this.#trace.write(() => `${this.#time()} ! ${dead?.name} dies`)
      dead?.die()
      return true
    }
    if (!this.faults.strikes('jump')) return false
    this.#trace.write(() => `${this.#time()} ! the clock jumps`)
    this.clock.jump()
    return true
  }

  #bear(): SimulatedInstance<MemoryTransaction> {
    this.#born += 1
    return new SimulatedInstance(`process-${this.#born}`, this, this.#random.fork())
  }

  #newId(): string {
    this.#ids += 1
    return `cycle-${this.#ids}`
  }

  #time(): string {
    return new Date(this.now()).toISOString()
  }
}
