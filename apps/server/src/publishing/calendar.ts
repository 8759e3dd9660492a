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

interface PostRow {
  readonly id: string
  readonly brand_id: string | null
  readonly state: PostState
  readonly title: string
  readonly excerpt: string
  /** As milliseconds, and as it is told: dates cost more to read and to write than all else of a row. */
  readonly at: Instant
  readonly iso: string
  readonly wall_time: string
  readonly first_wall_time: string | null
  readonly time_zone: string
  readonly recurrence: Recurrence | null
  readonly image: string | null
}

interface WaysRow {
  readonly post_id: string
  /** `network state t` of each way, `t` or `f` for whether its account ends before, with commas. */
  readonly networks: string
}

/** What goes out and went out, in two statements at the same time, however many posts there are. */
export class Calendar {
  readonly #database: Database

  constructor(options: { readonly database: Database }) {
    this.#database = options.database
  }

  async list(workspaceId: string, range: CalendarRange): Promise<CalendarEntry[]> {
    refuseRange(range)
    const { from, to, brandId = null, network = null } = range
    const { pool } = this.#database
    const wanted = [workspaceId, new Date(from), new Date(to), brandId]
    const [posts, ways] = await Promise.all([
      pool.query<PostRow>(postsInRange, wanted),
      pool.query<WaysRow>(waysInRange, [...wanted, network]),
    ])
    const networksOf = networksByPost(ways.rows)
    const found: CalendarEntry[] = []
    const later: CalendarEntry[] = []
    for (const post of posts.rows) {
      const networks = networksOf.get(post.id)
      if (networks === undefined && network !== null) continue
      if (post.at >= from && post.at < to) found.push(entryOf(post, networks))
      if (post.recurrence !== null) later.push(...laterOf(post, post.recurrence, networks, range))
    }
    return later.length === 0 ? found : [...found, ...later].toSorted(byTime)
  }
}

function refuseRange({ from, to }: CalendarRange): void {
  if (to > from && to - from <= rangeMaxMs) return
  throw new Refusal('invalid_request', 'Ask for a range of at most 62 days, the earlier day first.')
}

type Networks = CalendarEntry['networks']

/** Very many posts go the same ways, and share what is said of them. */
function networksByPost(rows: readonly WaysRow[]): ReadonlyMap<string, Networks> {
  const known = new Map<string, Networks>()
  return new Map(
    rows.map(({ post_id, networks }) => {
      const ways = known.get(networks) ?? networks.split(',').map(wayOf)
      known.set(networks, ways)
      return [post_id, ways]
    }),
  )
}

function wayOf(text: string): Networks[number] {
  const [network, state, endsBefore] = text.split(' ')
  return {
    network: network as Network,
    state: state as DeliveryState,
    endsBefore: endsBefore === 't',
  }
}

/** A post that recurs is there with all its times in the range; only the first of them is scheduled. */
function laterOf(
  post: PostRow,
  recurrence: Recurrence,
  networks: Networks | undefined,
  { from, to }: CalendarRange,
): CalendarEntry[] {
  const later: CalendarEntry[] = []
  for (const wallTime of occurrences(post.first_wall_time ?? post.wall_time, recurrence)) {
    if (wallTime <= post.wall_time) continue
    const at = instantOf({ wallTime, timeZone: post.time_zone })
    if (at >= to) break
    if (at >= from)
      later.push(entryOf({ ...post, wall_time: wallTime, iso: isoInstant(at) }, networks))
  }
  return later
}

function entryOf(post: PostRow, networks: Networks = []): CalendarEntry {
  return {
    postId: post.id,
    brandId: post.brand_id,
    state: post.state,
    title: post.title,
    excerpt: post.excerpt,
    at: post.iso,
    wallTime: post.wall_time,
    timeZone: post.time_zone,
    recurs: post.recurrence !== null,
    imageAssetId: post.image,
    networks,
  }
}

/** Instants as text of one form: compared as they stand. */
function byTime(a: CalendarEntry, b: CalendarEntry): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0
}

/** The posts of a range, by the parameters of both statements. */
const inRange = `post.workspace_id = $1 and post.deleted_at is null and post.scheduled_at is not null
  and post.scheduled_at < $3 and (post.scheduled_at >= $2 or post.recurrence is not null)
  and ($4::text is null or post.brand_id = $4)`

const postsInRange = `select id, brand_id, state, title, left(body, ${excerptMax}) as excerpt,
    (extract(epoch from scheduled_at) * 1000)::float8 as at,
    to_char(scheduled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as iso,
    wall_time, first_wall_time, time_zone, recurrence, media -> 0 ->> 'assetId' as image
  from studio.posts as post where ${inRange}
  order by scheduled_at, id`

const waysInRange = `select delivery.post_id,
    string_agg(delivery.network || ' ' || delivery.state || case when delivery.state = 'scheduled'
        and (account.needs_reconnect or account.person_needed_at < delivery.due_at)
      then ' t' else ' f' end, ',' order by delivery.created_at, delivery.id) as networks
  from studio.posts as post
  join studio.deliveries as delivery
    on delivery.workspace_id = $1 and delivery.post_id = post.id
  left join studio.social_accounts as account
    on account.workspace_id = $1 and account.id = delivery.social_account_id
  where ${inRange}
  group by delivery.post_id
  having $5::text is null or bool_or(delivery.network = $5)`
