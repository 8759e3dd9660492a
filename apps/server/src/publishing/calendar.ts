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
  readonly scheduled_at: Date
  readonly wall_time: string
  readonly first_wall_time: string | null
  readonly time_zone: string
  readonly recurrence: Recurrence | null
  readonly image: string | null
  readonly networks: readonly CalendarEntry['networks'][number][] | null
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
    return found.toSorted((a, b) => a.at.localeCompare(b.at))
  }
}

function refuseRange({ from, to }: CalendarRange): void {
  if (to > from && to - from <= rangeMaxMs) return
  throw new Refusal('invalid_request', 'Ask for a range of at most 62 days, the earlier day first.')
}

/** A post that recurs is there with all its times in the range; only the first of them is scheduled. */
function entriesOf(row: Row, { from, to }: CalendarRange): CalendarEntry[] {
  const at = row.scheduled_at.getTime()
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
    networks: (row.networks ?? []).map((each) => ({
      network: each.network,
      state: each.state as DeliveryState,
      endsBefore: each.endsBefore,
    })),
  }
}

const entries = `select post.id, post.brand_id, post.state, post.title, left(post.body, $6) as excerpt,
    post.scheduled_at, post.wall_time, post.first_wall_time, post.time_zone, post.recurrence,
    post.media -> 0 ->> 'assetId' as image, ways.networks
  from studio.posts as post
  left join lateral (
    select jsonb_agg(jsonb_build_object(
        'network', delivery.network,
        'state', delivery.state,
        'endsBefore', delivery.state = 'scheduled'
          and (account.needs_reconnect or coalesce(account.person_needed_at < delivery.due_at, false))
      ) order by delivery.created_at, delivery.id) as networks,
      bool_or(delivery.network = $5) as has_network
    from studio.deliveries as delivery
    left join studio.social_accounts as account
      on account.workspace_id = delivery.workspace_id and account.id = delivery.social_account_id
    where delivery.workspace_id = post.workspace_id and delivery.post_id = post.id
  ) as ways on true
  where post.workspace_id = $1 and post.deleted_at is null and post.scheduled_at is not null
    and post.scheduled_at < $3 and (post.scheduled_at >= $2 or post.recurrence is not null)
    and ($4::text is null or post.brand_id = $4)
    and ($5::text is null or ways.has_network)
  order by post.scheduled_at, post.id`
