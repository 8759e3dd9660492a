import type { DeliveryProblem, DeliveryState } from '@rheos/contract'
import type { Instant } from '../../clock.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { isUnderWay } from '../law/post-state.ts'
import { LeaseLostError } from '../lease-lost-error.ts'
import type { DeliveryRow, TargetRow } from './claim-deliveries.ts'
import { announceDelivery } from './delivery-channel.ts'
import type { NewEvent } from './delivery-event.ts'
import { bringPostInStep } from './follow-deliveries.ts'
import { tellOfDelivery } from './tell-of-delivery.ts'

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
    const { state } = change
    if (state === undefined || isUnderWay(state))
      await this.#apply((text, values) => this.#database.pool.query(text, values), change, now)
    else await this.#database.transaction((tx) => this.writeWithin(tx, change, now))
    if (state !== undefined) this.#announce()
  }

  async writeWithin(tx: Transaction, change: DeliveryChange, now: Instant): Promise<void> {
    await this.#apply((text, values) => tx.query(text, values), change, now)
    const { state } = change
    if (state === undefined || isUnderWay(state)) return
    if (needsPerson.includes(state)) await tellOfDelivery(tx, this.row, now)
    await bringPostInStep(tx, this.row)
  }

  /** Says that the worker lives. */
  async renew(now: Instant): Promise<void> {
    await this.#apply((text, values) => this.#database.pool.query(text, values), {}, now)
  }

  /** All of it in one statement: round trips are most of what a delivery costs us. */
  async #apply(
    query: (text: string, values: unknown[]) => Promise<{ rows: { leased?: unknown }[] }>,
    change: DeliveryChange,
    now: Instant,
  ): Promise<void> {
    const { workspaceId, id } = this.row
    const { state, target } = change
    const { rows } = await query(changeLeased, [
      workspaceId,
      id,
      this.#owner,
      new Date(now),
      new Date(now + this.#leaseMs),
      JSON.stringify(deliveryFields(change)),
      target?.index ?? null,
      JSON.stringify(targetFields(target?.change ?? {})),
      JSON.stringify(change.events ?? []),
      state !== undefined && isUnderWay(state),
      state === 'published' || state === 'dropped',
    ])
    if (rows[0]?.leased !== 1) throw new LeaseLostError()
  }

  /**
   * After the commit, by itself: PostgreSQL lets transactions that notify commit one after another. A
   * word that is lost with the process is made good when the page looks again.
   */
  #announce(): void {
    announceDelivery(this.#database.pool, this.row).catch(() => undefined)
  }
}

function deliveryFields({ state, nextAt, problem, url, attempts, ended }: DeliveryChange) {
  return {
    ...(state !== undefined && { state }),
    ...(nextAt !== undefined && { nextAt: instantText(nextAt) }),
    ...(problem !== undefined && { problem }),
    ...(url !== undefined && { url }),
    ...(attempts !== undefined && { attempts }),
    ...(ended === true && { ended }),
  }
}

function targetFields(change: TargetChange) {
  const { committedAt, calledAt } = change
  return {
    ...change,
    ...(committedAt !== undefined && { committedAt: instantText(committedAt) }),
    ...(calledAt !== undefined && { calledAt: instantText(calledAt) }),
  }
}

function instantText(instant: Instant | null): string | null {
  return instant === null ? null : new Date(instant).toISOString()
}

/** Fields that are not named in the change stay as they are. */
const changeLeased = `with leased as (
    update studio.deliveries set
      state = coalesce($6::jsonb ->> 'state', state),
      next_at = case when $6 ? 'nextAt' then ($6 ->> 'nextAt')::timestamptz else next_at end,
      lease_owner = case when $6 ? 'nextAt' then null else lease_owner end,
      lease_until = case when $6 ? 'nextAt' then null else $5::timestamptz end,
      url = case when $6 ? 'url' then $6 ->> 'url' else url end,
      attempts = coalesce(($6 ->> 'attempts')::integer, attempts),
      problem_code = case when $6 ? 'problem' then $6 #>> '{problem,code}' else problem_code end,
      problem_detail = case when $6 ? 'problem' then $6 #>> '{problem,detail}' else problem_detail end,
      problem_action = case when $6 ? 'problem' then $6 #>> '{problem,action}' else problem_action end,
      ended_at = case when $6 ? 'ended' then $4 else ended_at end,
      updated_at = $4::timestamptz
    where workspace_id = $1 and id = $2 and lease_owner = $3
    returning workspace_id, id, post_id
  ), target as (
    update studio.delivery_targets as target set
      state = coalesce($8::jsonb ->> 'state', state),
      prepared = coalesce($8 -> 'prepared', prepared),
      intent = case when $8 ? 'intent' then nullif($8 -> 'intent', 'null') else intent end,
      kept = case when $8 ? 'kept' then nullif($8 -> 'kept', 'null') else kept end,
      receipt = case when $8 ? 'receipt' then nullif($8 -> 'receipt', 'null') else receipt end,
      committed_at = case when $8 ? 'committedAt'
        then ($8 ->> 'committedAt')::timestamptz else committed_at end,
      called_at = case when $8 ? 'calledAt' then ($8 ->> 'calledAt')::timestamptz else called_at end,
      remote_id = case when $8 ? 'remoteId' then $8 ->> 'remoteId' else remote_id end,
      url = case when $8 ? 'url' then $8 ->> 'url' else url end,
      updated_at = $4
    from leased
    where target.workspace_id = leased.workspace_id and target.delivery_id = leased.id
      and target.index = $7::integer
  ), events as (
    insert into studio.delivery_events (workspace_id, delivery_id, at, kind, target, detail, request_id)
    select workspace_id, id, $4, kind, target, coalesce(detail, ''), "requestId"
    from leased, jsonb_to_recordset($9::jsonb) as event
      (kind text, target integer, detail text, "requestId" text)
  ), moved as (
    update studio.posts as post set state = 'publishing' from leased
    where $10::boolean and post.workspace_id = leased.workspace_id and post.id = leased.post_id
      and post.state <> 'publishing'
  ), untold as (
    delete from studio.notices as notice using leased
    where $11::boolean and notice.workspace_id = leased.workspace_id
      and notice.id = 'publishing-' || leased.id
    returning notice.workspace_id
  )
  select (select count(*)::integer from leased) as leased,
    (select count(pg_notify('notices', workspace_id)) from untold) as told`
