import type { HoldInput } from '@rheos/credits'
import type { Random } from '../../test/random.ts'
import { SLOTS, type Slot } from '../round-plan.ts'
import { LedgerChild } from './ledger-child.ts'
import type { Opening, Telling } from './messages.ts'

const CALLERS = 16

export interface FleetOptions {
  readonly url: string
  readonly leaseMs: number
  readonly random: Random
  readonly hear: (telling: Telling, from: string) => void
}

/** Three processes of the product on one database, each replaced when it is killed. */
export class Fleet {
  readonly #options: FleetOptions
  readonly #children = new Map<Slot, LedgerChild>()
  #lives = 0

  constructor(options: FleetOptions) {
    this.#options = options
  }

  startAll(): void {
    for (const slot of SLOTS) this.start(slot)
  }

  /** When everybody is. */
  async atWork(): Promise<void> {
    await Promise.all(this.#all.map((child) => child.atWork()))
  }

  get #all(): readonly LedgerChild[] {
    return [...this.#children.values()]
  }

  nameOf(slot: Slot): string {
    return this.#children.get(slot)?.name ?? ''
  }

  /** A new life, which asks again what an earlier one got no answer to. */
  start(slot: Slot, unanswered: readonly HoldInput[] = []): void {
    const { url, leaseMs, random, hear } = this.#options
    this.#lives += 1
    const opening: Opening = {
      url,
      name: `${slot}${this.#lives}`,
      seed: random.seed(),
      leaseMs,
      callers: CALLERS,
      unanswered,
    }
    this.#children.set(slot, new LedgerChild(opening, hear))
  }

  async kill(slot: Slot): Promise<void> {
    await this.#children.get(slot)?.kill()
  }

  /** Everybody comes to an end with what they have begun. */
  async finish(): Promise<void> {
    await Promise.all(this.#all.map((child) => child.finish()))
  }

  async end(): Promise<void> {
    await Promise.all(this.#all.map((child) => child.kill()))
  }
}
