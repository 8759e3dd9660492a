import type { CalendarEntry, DeliveryState, Network, PostState, Recurrence } from '@rheos/contract'
import { dayMs, type Instant, isoInstant } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { Refusal } from '../refusal.ts'
import { occurrences } from './schedule/occurrences.ts'
import { instantOf } from './schedule/wall-time.ts'

export interface CalendarRange {
  readonly from: Instant
  readonly to: Instant
  readonly brandId?: string | undefined
  readonly network?: Network | undefined
}

const rangeMaxMs = 63 * dayMs
const excerptMax = 140

interface Row {
  readonly id: string
  readonly brand_id: string | null
  readonly state: PostState
  readonly title: string
  readonly excerpt: string
  /** As milliseconds: dates cost more to read than all else of a row. */
  readonly scheduled_at: Instant
  readonly wall_time: string
  readonly first_wall_time: string | null
  readonly time_zone: string
  readonly recurrence: Recurrence | null
  readonly image: string | null
  /** `network state t` of each way, `t` or `f` for whether its account ends before, with commas. */
  readonly networks: string | null
}

/** What goes out and went out, in one statement however many posts there are. */
export class Calendar {
  readonly #database: Database

  constructor(options: { readonly database: Database }) {
    this.#database = options.database
  }

  async list(workspaceId: string, range: CalendarRange): Promise<CalendarEntry[]> {
    refuseRange(range)
    const { rows } = await this.#database.pool.query<Row>(entries, [
      workspaceId,
      new Date(range.from),
      new Date(range.to),
      range.brandId ?? null,
      range.network ?? null,
      excerptMax,
    ])
    const found = rows.flatMap((row) => entriesOf(row, range))
    // Instants as text of one form: compared as they stand.
    return found.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  }
}

function refuseRange({ from, to }: CalendarRange): void {
  if (to > from && to - from <= rangeMaxMs) return
  throw new Refusal('invalid_request', 'Ask for a range of at most 62 days, the earlier day first.')
}

/** A post that recurs is there with all its times in the range; only the first of them is scheduled. */
function entriesOf(row: Row, { from, to }: CalendarRange): CalendarEntry[] {
  const at = row.scheduled_at
  const own = at >= from && at < to ? [entryOf(row, row.wall_time, at)] : []
  return row.recurrence === null ? own : [...own, ...laterOf(row, row.recurrence, { from, to })]
}

function laterOf(row: Row, recurrence: Recurrence, { from, to }: CalendarRange): CalendarEntry[] {
  const later: CalendarEntry[] = []
  for (const wallTime of occurrences(row.first_wall_time ?? row.wall_time, recurrence)) {
    if (wallTime <= row.wall_time) continue
    const at = instantOf({ wallTime, timeZone: row.time_zone })
    if (at >= to) break
    if (at >= from) later.push(entryOf(row, wallTime, at))
  }
  return later
}

function entryOf(row: Row, wallTime: string, at: Instant): CalendarEntry {
  return {
    postId: row.id,
    brandId: row.brand_id,
    state: row.state,
    title: row.title,
    excerpt: row.excerpt,
    at: isoInstant(at),
    wallTime,
    timeZone: row.time_zone,
    recurs: row.recurrence !== null,
    imageAssetId: row.image,
    networks: row.networks === null ? [] : row.networks.split(',').map(wayOf),
  }
}

function wayOf(text: string): CalendarEntry['networks'][number] {
  const [network, state, endsBefore] = text.split(' ')
  return {
    network: network as Network,
    state: state as DeliveryState,
    endsBefore: endsBefore === 't',
  }
}

const entries = `with shown as (
    select id, brand_id, state, title, left(body, $6) as excerpt,
      (extract(epoch from scheduled_at) * 1000)::float8 as scheduled_at, wall_time,
      first_wall_time, time_zone, recurrence, media -> 0 ->> 'assetId' as image
    from studio.posts
    where workspace_id = $1 and deleted_at is null and scheduled_at is not null
      and scheduled_at < $3 and (scheduled_at >= $2 or recurrence is not null)
      and ($4::text is null or brand_id = $4)
  ), ways as (
    select delivery.post_id,
      string_agg(concat_ws(' ', delivery.network, delivery.state, delivery.state = 'scheduled'
          and (account.needs_reconnect or coalesce(account.person_needed_at < delivery.due_at, false))
      ), ',' order by delivery.created_at, delivery.id) as networks,
      bool_or(delivery.network = $5) as has_network
    from shown
    join studio.deliveries as delivery
      on delivery.workspace_id = $1 and delivery.post_id = shown.id
    left join studio.social_accounts as account
      on account.workspace_id = $1 and account.id = delivery.social_account_id
    group by delivery.post_id
  )
  select shown.*, ways.networks from shown left join ways on ways.post_id = shown.id
  where $5::text is null or ways.has_network
  order by shown.scheduled_at, shown.id`
