import type { CalendarEntry, Me } from '@rheos/contract'
import { pino } from 'pino'
import { v7 } from 'uuid'
import { readConfig } from '../../src/config.ts'
import { openStudio, type Studio } from '../../src/studio.ts'
import { Client } from '../../test/client.ts'
import { freePort } from '../../test/free-port.ts'
import { type Percentiles, percentiles } from '../percentiles.ts'

/** What the server must reach for a month of 5,000 posts. */
const targetMs = 150
const from = '2026-12-01T00:00:00Z'
const to = '2027-01-01T00:00:00Z'

export interface CalendarResult {
  readonly posts: number
  readonly targetMs: number
  /** Over HTTP. */
  readonly monthMs: Percentiles
  /** The baseline: the posts of the month, and for each of them its deliveries. */
  readonly oneByOneMs: Percentiles
}

export interface CalendarEffort {
  readonly connectionString: string
  readonly dataDir: string
  readonly posts: number
  readonly rounds: number
}

/** How fast the server answers a month of very many posts. */
export async function measureCalendar(effort: CalendarEffort) {
  const studio = await openStudio({
    config: {
      ...readConfig({ LOG_LEVEL: 'silent' }),
      dataDir: effort.dataDir,
      port: await freePort(),
    },
    connectionString: effort.connectionString,
    clock: Date.now,
    newId: () => v7(),
    log: pino({ level: 'silent' }),
    show: () => undefined,
  })
  try {
    const client = new Client(`http://localhost:${studio.port}`)
    const workspaceId = await signUp(client)
    await fill(studio, workspaceId, effort.posts)
    const path = `/api/v1/workspaces/${workspaceId}/calendar?from=${from}&to=${to}`
    const { items } = await client.json<{ items: CalendarEntry[] }>(path)
    if (items.length !== effort.posts) throw new Error(`${items.length} posts were answered.`)
    // To its last byte: what a page makes of it is not the server's.
    const month = async () => void (await (await client.get(path)).arrayBuffer())
    const calendar: CalendarResult = {
      posts: effort.posts,
      targetMs,
      monthMs: await timed(effort.rounds, month),
      oneByOneMs: await timed(Math.min(effort.rounds, 5), () => oneByOne(studio, workspaceId)),
    }
    const { rows } = await studio.context.database.pool.query<{ server_version: string }>(
      'show server_version',
    )
    return { calendar, postgresVersion: rows[0]?.server_version ?? 'unknown' }
  } finally {
    await studio.close()
  }
}

async function oneByOne(studio: Studio, workspaceId: string): Promise<void> {
  const { pool } = studio.context.database
  const { rows } = await pool.query<{ id: string }>(
    `select * from studio.posts where workspace_id = $1 and scheduled_at >= $2 and scheduled_at < $3`,
    [workspaceId, from, to],
  )
  for (const { id } of rows) {
    await pool.query(`select * from studio.deliveries where workspace_id = $1 and post_id = $2`, [
      workspaceId,
      id,
    ])
  }
}

async function timed(rounds: number, work: () => Promise<void>): Promise<Percentiles> {
  await work()
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return percentiles(times)
}

async function signUp(client: Client): Promise<string> {
  await client.post('/api/auth/sign-up/email', {
    name: 'Ada Bench',
    email: 'calendar@example.com',
    password: 'correct horse battery',
  })
  const [workspace] = (await client.json<Me>('/api/v1/me')).workspaces
  if (workspace === undefined) throw new Error('A new person has no workspace.')
  return workspace.id
}

/** Posts of a month to two networks each, and as many again in the months around it. */
async function fill(studio: Studio, workspaceId: string, posts: number): Promise<void> {
  const { pool } = studio.context.database
  const brandId = v7()
  await pool.query(
    `insert into studio.brands (workspace_id, id, kind, name, created_at, updated_at)
     values ($1, $2, 'business', 'Round Bakery', now(), now())`,
    [workspaceId, brandId],
  )
  for (const network of ['mastodon', 'bluesky']) {
    await pool.query(accountSql, [workspaceId, `account-${network}`, brandId, network])
  }
  await pool.query(postsSql, [workspaceId, brandId, posts, from])
  for (const network of ['mastodon', 'bluesky']) {
    await pool.query(deliveriesSql, [workspaceId, network, `account-${network}`, brandId])
  }
  await pool.query('analyze studio.posts, studio.deliveries, studio.social_accounts')
}

const accountSql = `insert into studio.social_accounts (workspace_id, id, brand_id, network, remote_id,
    name, credentials, key_id, connected_by, connected_at, updated_at)
  values ($1, $2, $3, $4, '1', 'Round Bakery', '', 'none', 'nobody', now(), now())`

/** The first so many lie in the month from $4 on, as many in the year before it. */
const postsSql = `insert into studio.posts (workspace_id, id, state, brand_id, title, body, networks,
    written_by, scheduled_at, wall_time, time_zone, created_by, created_at, updated_at)
  select $1, 'post-' || number, 'scheduled', $2, 'Loaf ' || number,
    repeat('Bread from six, as long as there is some. ', 20), '["mastodon", "bluesky"]', 'hand',
    due, to_char(due at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI'), 'UTC', 'nobody', now(), now()
  from generate_series(0, $3::int * 2 - 1) as number,
    lateral (select $4::timestamptz + case when number < $3
      then number * interval '31 days' / $3
      else ($3 - 1 - number) * interval '365 days' / $3 end as due) as times`

const deliveriesSql = `insert into studio.deliveries (workspace_id, id, post_id, social_account_id, network,
    state, due_at, next_at, post_revision, watermark, content_hash, created_by, created_at, updated_at)
  select workspace_id, id || $2, id, $3, $2, 'scheduled', scheduled_at, null, 1, false, '', 'nobody',
    now(), now()
  from studio.posts where workspace_id = $1 and brand_id = $4`

/** The result as it is printed. */
export function calendarText({ posts, targetMs: at, monthMs, oneByOneMs }: CalendarResult): string {
  const ms = ({ p50, p99 }: Percentiles) => `p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`
  const times = (oneByOneMs.p50 / monthMs.p50).toFixed(1)
  return [
    `\nCalendar of a month with ${posts.toLocaleString('en')} posts to two networks each (at most ${at} ms)`,
    `  month over HTTP      ${ms(monthMs)}: ${times} × faster than one by one`,
    `  one by one           ${ms(oneByOneMs)} (baseline: each post's deliveries by themselves)`,
    '',
  ].join('\n')
}
