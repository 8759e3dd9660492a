import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { posts } from '../../src/db/schema.ts'
import type { PlayedNetwork } from '../../src/networks/testing/conformance.ts'
import { playBluesky, playDiscord, playMastodon } from '../networks/played-networks.ts'
import type { World } from './publishing-world.ts'
import { startWorld } from './start-world.ts'

const hour = 3_600_000

let world: World
let bluesky: PlayedNetwork
let discord: PlayedNetwork
let mastodon: Awaited<ReturnType<typeof playMastodon>>
let ids: { readonly bluesky: string; readonly discord: string; readonly mastodon: string }

beforeEach(async () => {
  bluesky = await playBluesky()
  discord = await playDiscord()
  mastodon = await playMastodon()
  world = await startWorld([bluesky.adapter, discord.adapter, mastodon.adapter])
  ids = {
    bluesky: await world.connect('bluesky', bluesky.session),
    discord: await world.connect('discord', discord.session),
    mastodon: await world.connect('mastodon', mastodon.session),
  }
})
afterEach(async () => {
  await world.close()
  await Promise.all([bluesky.close(), discord.close(), mastodon.close()])
})

const run = () => world.worker().run()
const wallTime = (at: number) => new Date(at).toISOString().slice(0, 16)

it.each([
  ['a worker', () => run()],
  [
    'whoever drops a network',
    async (post: string) => {
      const { id } = await world.delivery(post)
      return world.publishing.deliveries.drop(world.workspaceId, post, id)
    },
  ],
  [
    'whoever disconnects its account',
    () => world.publishing.accounts.disconnect(world.workspaceId, ids.bluesky),
  ],
])('%s waits for whoever has the post, and holds nothing that they need', async (_who, act) => {
  const post = await world.draft('Two at once.', ['bluesky'])
  await world.publish(post, ids.bluesky)
  const acting = await world.database.transaction(async (tx) => {
    await tx.query('select from studio.posts where id = $1 for update', [post])
    const done = act(post)
    await expect.poll(waiting).toBe(1)
    await tx.query('select from studio.deliveries where post_id = $1 for update nowait', [post])
    return { done }
  })
  await acting.done
  expect(['published', 'dropped']).toContain((await world.delivery(post)).state)
})

/** How many wait for a lock. */
async function waiting(): Promise<unknown> {
  const { rows } = await world.database.pool.query<{ waiting: number }>(
    `select count(*)::integer as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0]?.waiting
}

it('[D10] goes on by itself through an outage of three hours', async () => {
  const post = await world.draft('After the storm.', ['bluesky'])
  await world.publish(post, ids.bluesky)
  bluesky.standIn.faults.byChance(() => 'error_before')
  for (let minutes = 0; minutes < 180; minutes += 15) {
    await run()
    world.turn(15 * 60_000)
  }
  const { state, nextAt } = await world.delivery(post)
  expect(['waiting', 'unconfirmed']).toContain(state)
  expect(nextAt).not.toBeNull()
  bluesky.standIn.faults.clear()
  world.turn(16 * 60_000)
  await run()
  expect(await world.delivery(post)).toMatchObject({ state: 'published', problem: null })
  expect(bluesky.standIn.posts()).toHaveLength(1)
})

it('[D10] waits as long as the network says, for all posts of the account', async () => {
  const first = await world.draft('First.', ['discord'])
  const second = await world.draft('Second.', ['discord'])
  await world.publish(first, ids.discord)
  await world.publish(second, ids.discord)
  discord.standIn.faults.next('busy_before', 'commit')
  await run()
  expect(await run()).toBe(0)
  expect(discord.standIn.posts()).toHaveLength(0)
  world.turn(60_000)
  await run()
  await run()
  expect(discord.standIn.posts()).toHaveLength(2)
})

it('[D11] a clear no ends it, with the network’s reason and what to do', async () => {
  const post = await world.draft('x'.repeat(480), ['mastodon'])
  await world.publish(post, ids.mastodon)
  // The server takes less than it said: what it says now counts.
  await world.database.pool.query(
    `update studio.delivery_targets set content = jsonb_set(content, '{text}', to_jsonb(repeat('x', 600)))`,
  )
  await run()
  expect(await world.delivery(post)).toMatchObject({
    state: 'failed',
    nextAt: null,
    problem: {
      code: 'content_refused',
      action: 'edit',
      detail: expect.stringContaining('Text character limit of 500 exceeded'),
    },
  })
})

it('[D12] [D18] waits for an account that was taken away, tells it once, and goes on when it is back', async () => {
  const post = await world.draft('Back again.', ['mastodon'])
  await world.publish(post, ids.mastodon)
  mastodon.revoke()
  await run()
  expect(await world.delivery(post)).toMatchObject({
    state: 'waiting',
    nextAt: null,
    problem: { action: 'reconnect' },
  })
  const { rows } = await world.database.pool.query(
    `select kind, subject ->> 'id' as id from studio.notices`,
  )
  expect(rows).toEqual([{ kind: 'account_lost', id: ids.mastodon }])
  const token = mastodon.standIn.token()
  await world.connect('mastodon', { ...mastodon.session, credentials: { accessToken: token } })
  await run()
  expect(await world.delivery(post)).toMatchObject({ state: 'published', problem: null })
})

it('[D13] what nobody sent within a day is missed, told, and sent only by a person', async () => {
  const post = await world.draft('Yesterday’s bread.', ['bluesky'])
  await world.schedule(post, wallTime(Date.now() + hour), ids.bluesky)
  world.turn(26 * hour)
  await run()
  expect(await world.delivery(post)).toMatchObject({
    state: 'missed',
    problem: { action: 'retry' },
  })
  expect(bluesky.standIn.posts()).toHaveLength(0)
  const { id } = await world.delivery(post)
  await world.publishing.deliveries.retry(world.workspaceId, post, id)
  await run()
  expect(await world.delivery(post)).toMatchObject({ state: 'published' })
})

it('[D14] an answer that fails leaves the post, and says what is missing', async () => {
  const post = await world.draft('The post.', ['mastodon'], {
    versions: { mastodon: { thread: ['The answer.'] } },
  })
  await world.publish(post, ids.mastodon)
  await world.database.pool.query(
    `update studio.delivery_targets set content = jsonb_set(content, '{text}', to_jsonb(repeat('x', 600)))
     where index = 1`,
  )
  await run()
  const { state, url, problem } = await world.delivery(post)
  expect(state).toBe('failed')
  expect(url).not.toBeNull()
  expect(problem?.detail).toMatch(/^The post is out; part 2 of 2 is not\. /)
  expect(mastodon.standIn.posts()).toHaveLength(1)
})

it('[D16] an edit until it begins is in it', async () => {
  const post = await world.draft('Old words.', ['bluesky'])
  await world.schedule(post, wallTime(Date.now() + hour), ids.bluesky)
  await world.database.db
    .update(posts)
    .set({ body: 'New words.', revision: 2 })
    .where(eq(posts.id, post))
  world.turn(hour + 60_000)
  await run()
  expect(bluesky.standIn.posts().map(({ text }) => text)).toEqual(['New words.'])
})

it('[D16] an edit that makes it unfit stops it before it is sent, with the check’s words', async () => {
  const post = await world.draft('Short.', ['bluesky'])
  await world.schedule(post, wallTime(Date.now() + hour), ids.bluesky)
  await world.database.db
    .update(posts)
    .set({ body: 'x'.repeat(301), revision: 2 })
    .where(eq(posts.id, post))
  world.turn(hour + 60_000)
  await run()
  expect(await world.delivery(post)).toMatchObject({
    state: 'failed',
    problem: { code: 'not_ready', action: 'edit' },
  })
  expect(bluesky.standIn.posts()).toHaveLength(0)
})

it('[D19] "try again" after a doubt looks first, and says what it found', async () => {
  const post = await world.draft('Already there.', ['bluesky'], {
    versions: { bluesky: { thread: ['And its answer.'] } },
  })
  await world.publish(post, ids.bluesky)
  await run()
  const { id } = await world.delivery(post)
  await expect(
    world.publishing.deliveries.retry(world.workspaceId, post, id),
  ).rejects.toMatchObject({ code: 'already_publishing' })
  expect(bluesky.standIn.posts()).toHaveLength(2)
})

it('a post that was deleted before its time goes nowhere', async () => {
  const post = await world.draft('Never mind.', ['bluesky'])
  await world.schedule(post, wallTime(Date.now() + hour), ids.bluesky)
  await world.database.db.update(posts).set({ deletedAt: Date.now() }).where(eq(posts.id, post))
  world.turn(hour + 60_000)
  await run()
  expect(bluesky.standIn.posts()).toHaveLength(0)
})

it.each(['busy_before', 'cut_before', 'error_before'] as const)(
  '[D4] a doubt stays through “%s” at the repeated call, longer than the network keeps its key',
  async (fault) => {
    const post = await world.draft('Once and for all.', ['mastodon'])
    await world.publish(post, ids.mastodon)
    mastodon.standIn.faults.next('cut_after', 'commit')
    mastodon.standIn.faults.next(fault, 'commit')
    await run()
    mastodon.standIn.faults.byChance(() => fault)
    for (let minutes = 0; minutes < 90; minutes += 10) {
      world.turn(10 * 60_000)
      await run()
    }
    // Nobody knows the key any more: what is there can only be looked for.
    mastodon.standIn.forgetKeys()
    await world.database.db
      .update(posts)
      .set({ body: 'Edited meanwhile.', revision: 2 })
      .where(eq(posts.id, post))
    mastodon.standIn.faults.clear()
    for (let rounds = 0; rounds < 4; rounds += 1) {
      world.turn(20 * 60_000)
      await run()
    }
    expect(mastodon.standIn.posts().map(({ text }) => text)).toEqual(['Once and for all.'])
    expect(await world.delivery(post)).toMatchObject({ state: 'published' })
  },
)
