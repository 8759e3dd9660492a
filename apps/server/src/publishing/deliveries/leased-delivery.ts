import type { Instant } from '../../clock.ts'
import type { Transaction } from '../../db/database.ts'
import { LeaseLostError } from '../lease-lost-error.ts'
import type { DeliveryRow } from './claim-deliveries.ts'
import type { DeliveryChange, LeasedChange } from './delivery-change.ts'
import { type DeliveryWriter, writeWithin } from './delivery-writer.ts'

/** A delivery under the hands of one worker: everything it writes, it writes as long as the lease is its own. */
export class LeasedDelivery {
  readonly #writer: DeliveryWriter
  readonly #owner: string
  readonly #leaseMs: number
  readonly row: DeliveryRow

  constructor(options: {
    readonly writer: DeliveryWriter
    readonly row: DeliveryRow
    readonly owner: string
    readonly leaseMs: number
  }) {
    this.#writer = options.writer
    this.#owner = options.owner
    this.#leaseMs = options.leaseMs
    this.row = options.row
  }

  /** Throws a {@link LeaseLostError}, and writes nothing, when the lease is another's. */
  async write(change: DeliveryChange, now: Instant): Promise<void> {
    await this.#writer.write(this.#leased(change, now))
  }

  async writeWithin(tx: Transaction, change: DeliveryChange, now: Instant): Promise<void> {
    const [isOurs] = await writeWithin(tx, [this.#leased(change, now)])
    if (!isOurs) throw new LeaseLostError()
  }

  /** Says that the worker lives. */
  async renew(now: Instant): Promise<void> {
    await this.#writer.write(this.#leased({}, now))
  }

  #leased(change: DeliveryChange, now: Instant): LeasedChange {
    return { row: this.row, owner: this.#owner, leaseMs: this.#leaseMs, change, now }
  }
}
