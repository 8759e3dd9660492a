import type { Me, UsageSummary } from '@rheos/contract'
import type { Period } from '@rheos/credits'
import { pino } from 'pino'
import { v7 } from 'uuid'
import { readConfig } from '../src/config.ts'
import { openStudio, type Studio } from '../src/studio.ts'
import { UsageRollup } from '../src/usage/usage-rollup.ts'
import { Client } from '../test/client.ts'
import { freePort } from '../test/free-port.ts'
import { fillUsage, openHistory } from './fill-usage.ts'
import { type Percentiles, percentiles } from './percentiles.ts'

const dayMs = 86_400_000

export interface UsageResult {
  readonly postgres: string
  readonly entries: number
  readonly rollupRows: number
  readonly addUpMs: number
  readonly pages: readonly PageResult[]
  /** Days on which a page says something else than the ledger. */
  readonly differences: number
}

export interface PageResult {
  readonly period: string
  /** How far the rollup had come. */
  readonly rollup: string
  readonly pageMs: Percentiles
  /** The baseline: the same figures from every operation of the period. */
  readonly plainMs: Percentiles
  readonly targetMs: number
}

interface UsageEffort {
  readonly url: string
  readonly dataDir: string
  readonly entries: number
  readonly rounds: number
}

/** Whether a page about a long history is answered as fast as one about a short one. */
export async function measureUsage({ url, dataDir, entries, rounds }: UsageEffort) {
  // Its database has the history of a year before anything is asked of it, and no worker at it.
  const studio = await openStudio({
    config: { ...readConfig({ LOG_LEVEL: 'silent' }), dataDir, port: await freePort() },
    connectionString: url,
    clock: Date.now,
    newId: () => v7(),
    log: pino({ level: 'silent' }),
    show: () => undefined,
  })
  try {
    await studio.context.jobs.stop()
    return await measureIn(studio, entries, rounds)
  } finally {
    await studio.close()
  }
}

async function measureIn(studio: Studio, entries: number, rounds: number): Promise<UsageResult> {
  const { database, metered, log } = studio.context
  const { pool } = database
  const client = new Client(`http://localhost:${studio.port}`)
  const workspaceId = await signUp(client)
  const now = Date.now()
  const today = Math.floor(now / dayMs) * dayMs
  const year = { from: today - 390 * dayMs, to: today + dayMs }
  const month = { from: now - 30 * dayMs, to: now }
  const latest = now - 7 * dayMs
  const rollup = new UsageRollup({ metered, log })
  const readPage = ({ from, to }: Period) =>
    client.json<UsageSummary>(
      `/api/v1/workspaces/${workspaceId}/credits/usage-summary?from=${iso(from)}&to=${iso(to)}`,
    )
  const measured = async (name: string, rollup: string, period: Period): Promise<PageResult> => ({
    period: name,
    rollup,
    pageMs: await timed(rounds, () => readPage(period)),
    plainMs: await timed(Math.min(rounds, 5), () =>
      pool.query(plain, [workspaceId, period.from, period.to]),
    ),
    targetMs: 200,
  })

  await openHistory(pool, workspaceId, year.from)
  await fillUsage(pool, { workspaceId, entries: entries * 0.98, from: year.from, to: latest })
  const began = performance.now()
  await rollup.catchUpWith(workspaceId)
  const addUpMs = performance.now() - began
  await fillUsage(pool, { workspaceId, entries: entries * 0.02, from: latest, to: now })
  const behind = await measured('13 months', 'the last 2 % not added up yet', year)
  await rollup.catchUpWith(workspaceId)
  await pool.query('vacuum analyze')
  const pages = [
    await measured('13 months', 'all of it added up', year),
    await measured('30 days that begin and end within a day', 'all of it added up', month),
    behind,
  ]
  let differences = 0
  for (const period of [year, month]) {
    differences += await differingDays(studio, workspaceId, period, await readPage(period))
  }
  const version = await pool.query<{ server_version: string }>('show server_version')
  const rows = await pool.query<{ count: number }>('select count(*)::int from studio.usage_days')
  return {
    postgres: version.rows[0]?.server_version ?? 'unknown',
    entries,
    rollupRows: rows.rows[0]?.count ?? 0,
    addUpMs,
    pages,
    differences,
  }
}

async function signUp(client: Client): Promise<string> {
  const person = { name: 'Ada', email: 'ada@example.com', password: 'correct horse battery' }
  await client.post('/api/auth/sign-up/email', person)
  const [workspace] = (await client.json<Me>('/api/v1/me')).workspaces
  if (workspace === undefined) throw new Error('A new person has no workspace.')
  return workspace.id
}

/** After one that nobody counts. */
async function timed(rounds: number, work: () => Promise<unknown>): Promise<Percentiles> {
  await work()
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return percentiles(times)
}

async function differingDays(
  { context }: Studio,
  workspaceId: string,
  period: Period,
  { days }: UsageSummary,
): Promise<number> {
  const told = await context.ledger.spentByDay(workspaceId, period)
  const byDate = new Map(told.map(({ date, credits }) => [date, credits]))
  return days.filter(({ date, credits }) => credits !== (byDate.get(date) ?? 0)).length
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}

/** The baseline: every settlement of the period with its operation, added up when it is asked for. */
const plain = `select to_char(to_timestamp(e.at / 1000) at time zone 'UTC', 'YYYY-MM-DD') as day,
    o.action, o.actor ->> 'memberId' as member, o.actor ->> 'brandId' as brand,
    sum(e.amount - coalesce((select sum(r.amount) from credits.entries r
      where r.account_id = e.account_id and r.corrects = e.seq), 0)), count(*)
  from credits.entries e join credits.operations o using (account_id, operation_id)
  where e.account_id = $1 and e.kind = 'settle' and e.at >= $2 and e.at < $3
  group by grouping sets ((1), (2), (3), (4))`
