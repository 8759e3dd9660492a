import type { DeliveryProblem, DeliveryState } from '@rheos/contract'
import { and, eq } from 'drizzle-orm'
import type { Instant } from '../../clock.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { deliveries, deliveryTargets } from '../../db/publishing-tables.ts'
import { LeaseLostError } from '../lease-lost-error.ts'
import type { DeliveryRow, TargetRow } from './claim-deliveries.ts'
import { keepEvents, type NewEvent } from './delivery-event.ts'
import { followDeliveries } from './follow-deliveries.ts'
import { tellNoLonger, tellOfDelivery } from './tell-of-delivery.ts'

export type TargetChange = Partial<
  Pick<
    TargetRow,
    | 'state'
    | 'intent'
    | 'kept'
    | 'prepared'
    | 'committedAt'
    | 'calledAt'
    | 'receipt'
    | 'remoteId'
    | 'url'
  >
>

export interface DeliveryChange {
  readonly state?: DeliveryState
  /** When it goes on; null: not by itself. The lease is let go of with it. */
  readonly nextAt?: Instant | null
  readonly problem?: DeliveryProblem | null
  readonly url?: string | null
  readonly attempts?: number
  readonly ended?: boolean
  readonly target?: { readonly index: number; readonly change: TargetChange }
  readonly events?: readonly NewEvent[]
}

const needsPerson: readonly DeliveryState[] = ['failed', 'needs_person', 'missed']

/** A delivery under the hands of one worker: everything it writes, it writes as long as the lease is its own. */
export class LeasedDelivery {
  readonly #database: Database
  readonly #owner: string
  readonly #leaseMs: number
  readonly row: DeliveryRow

  constructor(options: {
    readonly database: Database
    readonly row: DeliveryRow
    readonly owner: string
    readonly leaseMs: number
  }) {
    this.#database = options.database
    this.#owner = options.owner
    this.#leaseMs = options.leaseMs
    this.row = options.row
  }

  /** Throws a {@link LeaseLostError}, and writes nothing, when the lease is another's. */
  async write(change: DeliveryChange, now: Instant): Promise<void> {
    await this.#database.transaction((tx) => this.writeWithin(tx, change, now))
  }

  async writeWithin(tx: Transaction, change: DeliveryChange, now: Instant): Promise<void> {
    const { row } = this
    await this.#updateDelivery(tx, change, now)
    if (change.target !== undefined) await this.#updateTarget(tx, change.target, now)
    await keepEvents(tx, row, now, change.events ?? [])
    const { state } = change
    if (state === undefined) return
    if (needsPerson.includes(state)) await tellOfDelivery(tx, row, now)
    if (state === 'published' || state === 'dropped') await tellNoLonger(tx, row)
    await followDeliveries(tx, row)
  }

  /** Says that the worker lives. */
  async renew(now: Instant): Promise<void> {
    await this.#updateDelivery(this.#database, {}, now)
  }

  async #updateDelivery(
    tx: Pick<Transaction, 'db'>,
    { state, nextAt, problem, url, attempts, ended }: DeliveryChange,
    now: Instant,
  ): Promise<void> {
    const lets = nextAt !== undefined
    const updated = await tx.db
      .update(deliveries)
      .set({
        ...(state !== undefined && { state }),
        ...(url !== undefined && { url }),
        ...(attempts !== undefined && { attempts }),
        ...(problem !== undefined && {
          problemCode: problem?.code ?? null,
          problemDetail: problem?.detail ?? null,
          problemAction: problem?.action ?? null,
        }),
        ...(ended === true && { endedAt: now }),
        ...(lets
          ? { nextAt, leaseOwner: null, leaseUntil: null }
          : { leaseUntil: now + this.#leaseMs }),
        updatedAt: now,
      })
      .where(
        and(
          eq(deliveries.workspaceId, this.row.workspaceId),
          eq(deliveries.id, this.row.id),
          eq(deliveries.leaseOwner, this.#owner),
        ),
      )
    if (updated.rowCount !== 1) throw new LeaseLostError()
  }

  async #updateTarget(
    tx: Transaction,
    { index, change }: NonNullable<DeliveryChange['target']>,
    now: Instant,
  ): Promise<void> {
    await tx.db
      .update(deliveryTargets)
      .set({ ...change, updatedAt: now })
      .where(
        and(
          eq(deliveryTargets.workspaceId, this.row.workspaceId),
          eq(deliveryTargets.deliveryId, this.row.id),
          eq(deliveryTargets.index, index),
        ),
      )
  }
}
