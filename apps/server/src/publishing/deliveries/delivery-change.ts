import type { DeliveryProblem, DeliveryState } from '@rheos/contract'
import type { Instant } from '../../clock.ts'
import type { Transaction } from '../../db/database.ts'
import { isUnderWay } from '../law/post-state.ts'
import type { DeliveryRow, TargetRow } from './claim-deliveries.ts'
import type { NewEvent } from './delivery-event.ts'

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

/** What whoever holds the lease of a delivery writes of it. */
export interface LeasedChange {
  readonly row: DeliveryRow
  readonly owner: string
  readonly leaseMs: number
  readonly change: DeliveryChange
  readonly now: Instant
}

/**
 * Writes all of it in one statement: round trips are most of what a delivery costs us. Tells of each
 * whether the lease was still whoever's; of the others nothing is written.
 */
export async function writeLeased(
  on: Pick<Transaction, 'query'>,
  changes: readonly LeasedChange[],
): Promise<readonly boolean[]> {
  const { rows } = await on.query(changeLeased, [
    changes.map(({ row }) => row.workspaceId),
    changes.map(({ row }) => row.id),
    changes.map((change) => JSON.stringify(asJson(change))),
  ])
  const written = new Set(rows.map(({ id }) => id))
  return changes.map(({ row }) => written.has(row.id))
}

function asJson({ row, owner, leaseMs, change, now }: LeasedChange) {
  const { state, target } = change
  return {
    post: row.postId,
    locks: state !== undefined,
    owner,
    now: instantText(now),
    until: instantText(now + leaseMs),
    delivery: deliveryFields(change),
    target_index: target?.index ?? null,
    target: targetFields(target?.change ?? {}),
    events: change.events ?? [],
    moves: state !== undefined && isUnderWay(state),
    untells: state === 'published' || state === 'dropped',
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

/**
 * Fields that are not named in a change stay as they are. Posts are locked before their deliveries, as
 * by everybody who schedules: the other way round both would wait for each other.
 */
const changeLeased = {
  name: 'publishing-change',
  text: `with change as materialized (
    select workspace, id, change.* from unnest($1::text[], $2::text[], $3::jsonb[]) as given
      (workspace, id, change), jsonb_to_record(change) as change (post text, locks boolean, owner text,
      now timestamptz, until timestamptz, delivery jsonb, target_index integer, target jsonb, events jsonb,
      moves boolean, untells boolean)
  ), locked as materialized (
    select id from studio.posts
    where (workspace_id, id) in (select workspace, post from change where locks)
    order by workspace_id, id for update
  ), leased as (
    update studio.deliveries as delivery set
      state = coalesce(change.delivery ->> 'state', state),
      next_at = case when change.delivery ? 'nextAt'
        then (change.delivery ->> 'nextAt')::timestamptz else next_at end,
      lease_owner = case when change.delivery ? 'nextAt' then null else lease_owner end,
      lease_until = case when change.delivery ? 'nextAt' then null else change.until end,
      url = case when change.delivery ? 'url' then change.delivery ->> 'url' else url end,
      attempts = coalesce((change.delivery ->> 'attempts')::integer, attempts),
      problem_code = case when change.delivery ? 'problem'
        then change.delivery #>> '{problem,code}' else problem_code end,
      problem_detail = case when change.delivery ? 'problem'
        then change.delivery #>> '{problem,detail}' else problem_detail end,
      problem_action = case when change.delivery ? 'problem'
        then change.delivery #>> '{problem,action}' else problem_action end,
      ended_at = case when change.delivery ? 'ended' then change.now else ended_at end,
      updated_at = change.now
    from change, (select count(*) from locked) as posts
    where delivery.workspace_id = change.workspace and delivery.id = change.id
      and delivery.lease_owner = change.owner
    returning delivery.post_id, change.*
  ), target as (
    update studio.delivery_targets as target set
      state = coalesce(leased.target ->> 'state', state),
      prepared = coalesce(leased.target -> 'prepared', prepared),
      intent = case when leased.target ? 'intent'
        then nullif(leased.target -> 'intent', 'null') else intent end,
      kept = case when leased.target ? 'kept'
        then nullif(leased.target -> 'kept', 'null') else kept end,
      receipt = case when leased.target ? 'receipt'
        then nullif(leased.target -> 'receipt', 'null') else receipt end,
      committed_at = case when leased.target ? 'committedAt'
        then (leased.target ->> 'committedAt')::timestamptz else committed_at end,
      called_at = case when leased.target ? 'calledAt'
        then (leased.target ->> 'calledAt')::timestamptz else called_at end,
      remote_id = case when leased.target ? 'remoteId'
        then leased.target ->> 'remoteId' else remote_id end,
      url = case when leased.target ? 'url' then leased.target ->> 'url' else url end,
      updated_at = leased.now
    from leased
    where target.workspace_id = leased.workspace and target.delivery_id = leased.id
      and target.index = leased.target_index
  ), events as (
    insert into studio.delivery_events (workspace_id, delivery_id, at, kind, target, detail, request_id)
    select leased.workspace, leased.id, leased.now, event.kind, event.target,
      coalesce(event.detail, ''), event."requestId"
    from leased, jsonb_to_recordset(leased.events) as event
      (kind text, target integer, detail text, "requestId" text)
  ), moved as (
    update studio.posts as post set state = 'publishing' from leased
    where leased.moves and post.workspace_id = leased.workspace and post.id = leased.post_id
      and post.state <> 'publishing'
  ), untold as (
    delete from studio.notices as notice using leased
    where leased.untells and notice.workspace_id = leased.workspace
      and notice.id = 'publishing-' || leased.id
    returning notice.workspace_id
  )
  select id, (select count(pg_notify('notices', workspace_id)) from untold) as told from leased`,
}
