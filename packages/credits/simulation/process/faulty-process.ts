import { type Instant, Ledger, type LedgerSettings } from '@rheos/credits'
import type { Random } from '../../test/random.ts'
import type { Faults } from '../faults/faults.ts'
import { FaultyStore, type Host } from '../faults/faulty-store.ts'
import type { Note } from './note.ts'
import type { ProductStore } from './product-store.ts'

export interface ProcessOptions<Tx> {
  readonly store: ProductStore<Tx>
  readonly host: Host
  readonly faults: Faults
  readonly settings: LedgerSettings
  /** Calls back a moment later; what comes until then goes into the same batch. */
  readonly defer: (callback: () => void) => void
}

/** A process of the product: a ledger with limits and a clock of its own, on a store that fails. */
export class FaultyProcess<Tx extends object> {
  readonly ledger: Ledger<Tx>
  readonly #product: ProductStore<Tx>
  readonly #store: FaultyStore<Tx>
  readonly #host: Host

  constructor({ store, host, faults, settings, defer }: ProcessOptions<Tx>, random: Random) {
    this.#product = store
    this.#host = host
    this.#store = new FaultyStore(store, { host, faults })
    const skew = skewOf(random)
    this.ledger = new Ledger({
      ...settings,
      store: this.#store,
      now: (): Instant => settings.now() + skew,
      limits: { defer, ...limitsOf(random) },
    })
  }

  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return await this.#store.transaction(work)
  }

  async note(tx: Tx, note: Note): Promise<void> {
    await this.#host.turn(`writes down that ${note.type}`)
    await this.#product.write(tx, note)
  }
}

/** How far its clock is off. */
function skewOf(random: Random): number {
  return random.pickWeighted([
    [1, 0],
    [3, random.between(-40, 40)],
    [1, random.between(-2000, 2000)],
  ])
}

/** Small, so that every limit is met. */
function limitsOf(random: Random) {
  return {
    batchMax: random.pick([1, 2, 4, 128]),
    waitingMax: random.pick([3, 1000, 1000, 1000]),
    snapshotsMax: random.pick([1, 2, 2, 100]),
    lockedMax: random.pick([1, 2, 8]),
    contendedBatches: random.pick([1, 1, 3]),
  }
}
