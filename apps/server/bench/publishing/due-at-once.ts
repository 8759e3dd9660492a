import { v7 } from 'uuid'
import { brands } from '../../src/db/schema.ts'
import type { PlayedNetwork } from '../../src/networks/testing/conformance.ts'
import { TurnedClock } from '../../test/networks/played-delivery.ts'
import {
  playBluesky,
  playDiscord,
  playMastodon,
  playTelegram,
} from '../../test/networks/played-networks.ts'
import { openWorld, type World } from '../../test/publishing/publishing-world.ts'
import { type Percentiles, percentiles } from '../percentiles.ts'
import { forkWorker } from './forked-worker.ts'
import type { Place } from './played-four.ts'

/** How late the last of a hundred may be, and how much faster two workers have to be than one. */
const lateMaxMs = 5000
const twiceAtLeast = 1.7
/** Of each call to a network, as far as they are from a server. */
const networkMs = 150
const withinMs = 180_000

export interface DueAtOnce {
  readonly posts: number
  readonly networkMs: number
  readonly concurrency: number
  /** After the second in which all were due, with one worker. */
  readonly lateMs: Percentiles
  readonly lateMaxMs: number
  readonly perSecond: { readonly one: number; readonly two: number; readonly oneByOne: number }
  readonly twice: number
  readonly twiceAtLeast: number
  /** Posts at the networks less those that were due: 0. */
  readonly differences: number
}

export interface DueEffort {
  readonly connectionString: string
  readonly folder: string
  readonly posts: number
  readonly rounds: number
  readonly concurrency: number
}

interface Round {
  readonly lateMs: number[]
  readonly perSecond: number
}

/**
 * Has very many posts due in one second and counts them at the networks, which answer as late as real
 * ones do, by workers that have been at it for a while. The baseline sends one post after another.
 */
export async function measureDueAtOnce(effort: DueEffort): Promise<DueAtOnce> {
  const { posts, concurrency } = effort
  const bench = await openBench(effort)
  try {
    const oneByOne = await bench.work(1, async (round) => {
      await round(Math.min(posts, 10))
      return round(Math.min(posts, 50))
    })
    const first = await bench.work(concurrency, async (round) => {
      const one = await warmRounds(round, effort)
      // The first goes on beside the second.
      const two = await bench.work(concurrency, () => warmRounds(round, effort))
      return { one, two }
    })
    const [one, two] = [middle(first.one), middle(first.two)]
    return {
      posts,
      networkMs,
      concurrency,
      lateMs: percentiles(first.one.flatMap(({ lateMs }) => lateMs)),
      lateMaxMs,
      perSecond: { one, two, oneByOne: oneByOne.perSecond },
      twice: two / one,
      twiceAtLeast,
      differences: bench.differences(),
    }
  } finally {
    await bench.close()
  }

  async function warmRounds(round: (posts: number) => Promise<Round>, { rounds }: DueEffort) {
    await round(posts)
    const measured: Round[] = []
    for (let at = 0; at < rounds; at += 1) measured.push(await round(posts))
    return measured
  }
}

function middle(rounds: readonly Round[]): number {
  const sorted = rounds.map(({ perSecond }) => perSecond).toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

async function openBench({ connectionString, folder, posts }: DueEffort) {
  const played = [await playBluesky(), await playMastodon(), await playTelegram()]
  played.push(await playDiscord())
  const places = played.map(({ adapter, standIn }) => ({
    network: adapter.network,
    host: standIn.host,
    url: standIn.url,
  }))
  const adapters = played.map(({ adapter }) => adapter)
  const world = await openWorld({ connectionString, folder, adapters, clock: new TurnedClock() })
  const accounts = await connectAll(world, played, posts)
  for (const { standIn } of played) standIn.latencyMs = networkMs
  let expected = 0
  const round = async (count: number): Promise<Round> => {
    expected += count
    return measureRound(world, accounts.slice(0, count))
  }
  return {
    /** Has a worker in a process of its own beside those that work already. */
    work: async <T>(
      concurrency: number,
      rounds: (round: (posts: number) => Promise<Round>) => Promise<T>,
    ) => {
      const worker = await forkWorker({ connectionString, folder, places, concurrency })
      try {
        return await rounds(round)
      } finally {
        await worker.stop()
      }
    },
    differences: () =>
      played.reduce((sum, { standIn }) => sum + standIn.posts().length, 0) - expected,
    close: async () => {
      await world.close()
      await Promise.all(played.map((each) => each.close()))
    },
  }
}

interface Account {
  readonly id: string
  readonly brandId: string
  readonly network: Place['network']
}

/** An account for each post: what goes to one account goes one after another. */
async function connectAll(
  world: World,
  played: readonly PlayedNetwork[],
  count: number,
): Promise<Account[]> {
  const { database, workspaceId } = world
  const rows = Array.from({ length: count }, (_, index) => ({
    workspaceId,
    id: v7(),
    kind: 'business' as const,
    name: `Bakery ${index}`,
    createdAt: world.clock(),
    updatedAt: world.clock(),
  }))
  await database.db.insert(brands).values(rows)
  const accounts: Account[] = []
  for (const [index, { id: brandId }] of rows.entries()) {
    const network = played[index % played.length]
    if (network === undefined) throw new Error('There is no network.')
    const name = network.adapter.network
    const id = await world.connect(name, network.session, brandId)
    accounts.push({ id, brandId, network: name })
  }
  return accounts
}

async function measureRound(world: World, accounts: readonly Account[]): Promise<Round> {
  const tomorrow = new Date(world.clock() + 86_400_000).toISOString().slice(0, 16)
  const scheduled = async ({ id, brandId, network }: Account): Promise<string> => {
    const post = await world.draft(`A loaf, ${v7()}`, [network], { brandId })
    await world.schedule(post, tomorrow, id)
    return post
  }
  const ids: string[] = []
  for (let at = 0; at < accounts.length; at += 20)
    ids.push(...(await Promise.all(accounts.slice(at, at + 20).map(scheduled))))
  await world.database.pool.query(
    'analyze studio.deliveries, studio.delivery_targets, studio.posts',
  )
  return roundOf(world, await dueSoon(world, ids), ids)
}

/** All of them in the same second, two from now. */
async function dueSoon({ database, clock }: World, ids: readonly string[]): Promise<number> {
  const dueAt = Math.ceil(clock() / 1000) * 1000 + 2000
  await database.pool.query(
    `update studio.deliveries set due_at = $2, next_at = $2 where post_id = any($1)`,
    [ids, new Date(dueAt)],
  )
  return dueAt
}

async function roundOf({ database }: World, dueAt: number, ids: string[]): Promise<Round> {
  const end = Date.now() + withinMs
  for (;;) {
    // Seldom and little: whoever watches takes from who works.
    await new Promise((resolve) => setTimeout(resolve, 500))
    const { rows: left } = await database.pool.query(
      `select from studio.deliveries where post_id = any($1) and state <> 'published' limit 1`,
      [ids],
    )
    if (Date.now() > end) throw new Error('Not all posts went out in time.')
    if (left.length > 0) continue
    const { rows } = await database.pool.query<{ at: Date | null }>(
      `select (select max(event.at) from studio.delivery_events as event
          where event.workspace_id = delivery.workspace_id and event.delivery_id = delivery.id
            and event.kind = 'published') as at
        from studio.deliveries as delivery where post_id = any($1) and state = 'published'`,
      [ids],
    )
    const lateMs = rows.map(({ at }) => (at?.getTime() ?? Number.NaN) - dueAt)
    return { lateMs, perSecond: (ids.length / Math.max(...lateMs)) * 1000 }
  }
}

/** The result as it is printed. */
export function dueText(result: DueAtOnce): string {
  const { perSecond, lateMs } = result
  const rate = (value: number) => `${value.toFixed(0)} posts a second`
  const times = (value: number) => `${(value / perSecond.oneByOne).toFixed(1)} × one after another`
  return [
    `\n${result.posts} posts due in one second, to four networks that take ${result.networkMs} ms a call; ${result.concurrency} at once`,
    `  one worker           ${rate(perSecond.one)}: ${times(perSecond.one)}`,
    `  late                 p50 ${lateMs.p50.toFixed(0)} ms, p99 ${lateMs.p99.toFixed(0)} ms (at most ${result.lateMaxMs})`,
    `  two workers          ${rate(perSecond.two)}: ${result.twice.toFixed(2)} × one worker (at least ${result.twiceAtLeast})`,
    `  one after another    ${rate(perSecond.oneByOne)} (baseline)`,
    `  at the networks      ${result.differences} more than were due`,
    '',
  ].join('\n')
}
