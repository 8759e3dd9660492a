import { type Instant, Ledger, type LedgerSettings, type Store } from '@rheos/credits'
import type { Random } from '../../test/random.ts'
import { type Instance, InstanceDiedError, type Note } from '../clients/instance.ts'
import type { Faults } from '../faults/faults.ts'
import { FaultyStore } from '../faults/faulty-store.ts'
import type { ProductNotes } from './product-notes.ts'
import type { Scheduler } from './scheduler.ts'

export interface Surroundings<Tx extends object> {
  readonly store: Store<Tx>
  readonly notes: ProductNotes<Tx>
  readonly scheduler: Scheduler
  readonly faults: Faults
  readonly settings: LedgerSettings
}

/** A process with lanes and snapshots of its own, which takes all of them along when it dies. */
export class SimulatedInstance<Tx extends object> implements Instance<Tx> {
  readonly name: string
  readonly ledger: Ledger<Tx>
  readonly #store: FaultyStore<Tx>
  readonly #around: Surroundings<Tx>
  readonly #death: Promise<never>
  #die: (error: Error) => void = () => {}

  constructor(name: string, around: Surroundings<Tx>, random: Random) {
    this.name = name
    this.#around = around
    this.#death = new Promise((_, reject) => {
      this.#die = reject
    })
    // Nobody needs to have asked anything when it dies.
    this.#death.catch(() => {})
    const { store, faults, notes } = around
    this.#store = new FaultyStore(store, { host: this, faults, onCommit: (tx) => notes.commit(tx) })
    this.ledger = this.#open(random)
  }

  /** Whatever it was doing stops for ever, and its open transactions are undone. */
  die(): void {
    this.#around.scheduler.drop(this.name)
    this.#die(new InstanceDiedError(`${this.name} died.`))
  }

  turn(what: string): Promise<void> {
    return this.#around.scheduler.turn(this.name, what)
  }

  alive<T>(answer: Promise<T>): Promise<T> {
    return Promise.race([answer, this.#death])
  }

  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return await this.#store.transaction(work)
  }

  async note(tx: Tx, note: Note): Promise<void> {
    await this.turn(`writes down that ${note.type}`)
    this.#around.notes.write(tx, note)
  }

  #open(random: Random): Ledger<Tx> {
    const { settings, scheduler } = this.#around
    const skew = random.pickWeighted([
      [1, 0],
      [3, random.between(-40, 40)],
      [1, random.between(-2000, 2000)],
    ])
    const defer = (go: () => void) =>
      scheduler.later({ owner: this.name, what: 'gathers a batch', go })
    return new Ledger({
      ...settings,
      store: this.#store,
      now: (): Instant => settings.now() + skew,
      limits: { defer, ...limitsOf(random) },
    })
  }
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
