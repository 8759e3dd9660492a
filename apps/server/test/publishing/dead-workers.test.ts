import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NetworkAdapter } from '../../src/networks/network-adapter.ts'
import type { PlayedNetwork } from '../../src/networks/testing/conformance.ts'
import { startXStandIn } from '../../src/networks/testing/x-stand-in.ts'
import { createX } from '../../src/networks/x/x.ts'
import { play } from '../networks/played-delivery.ts'
import { playBluesky, playDiscord } from '../networks/played-networks.ts'
import { leaseMs, never, type World } from './publishing-world.ts'
import { startWorld } from './start-world.ts'

let world: World
let bluesky: PlayedNetwork
let discord: PlayedNetwork
let x: Awaited<ReturnType<typeof playX>>
let ids: { readonly bluesky: string; readonly discord: string; readonly x: string }

const playX = () => play(startXStandIn, createX)

beforeEach(async () => {
  bluesky = await playBluesky()
  discord = await playDiscord()
  x = await playX()
  world = await startWorld([bluesky.adapter, discord.adapter, x.adapter], x.clock)
  ids = {
    bluesky: await world.connect('bluesky', bluesky.session),
    discord: await world.connect('discord', discord.session),
    x: await world.connect('x', x.network.session()),
  }
})
afterEach(async () => {
  await world.close()
  await Promise.all([bluesky.close(), discord.close(), x.close()])
})

type Name = keyof typeof ids
const adapterOf = (name: Name): NetworkAdapter =>
  name === 'x' ? x.adapter : { bluesky, discord }[name].adapter
const postsAt = (name: Name) =>
  (name === 'x' ? x.network.standIn : { bluesky, discord }[name].standIn).posts()

/** Where a worker dies: its adapter goes on no further. */
const deaths: readonly (readonly [string, (adapter: NetworkAdapter) => NetworkAdapter])[] = [
  ['before it prepares', (adapter) => ({ ...adapter, prepare: () => never() })],
  [
    'after it prepared',
    (adapter) => ({
      ...adapter,
      prepare: async (order) => {
        await adapter.prepare(order)
        return never()
      },
    }),
  ],
  ['before it sends', (adapter) => ({ ...adapter, publish: () => never() })],
  [
    'after the network took it',
    (adapter) => ({
      ...adapter,
      publish: async (order) => {
        await adapter.publish(order)
        return never()
      },
    }),
  ],
]

/** A worker that dies at that point; its lease runs out. */
async function die(name: Name, death: (adapter: NetworkAdapter) => NetworkAdapter): Promise<void> {
  const dying = world.worker([death(adapterOf(name))])
  const claimed = await dying.claim()
  for (const each of claimed) void dying.work(each)
  await new Promise((resolve) => setTimeout(resolve, 250))
  world.turn(leaseMs + 1000)
}

/** Others work until nothing is due for a long while. */
async function others(): Promise<void> {
  for (let rounds = 0; rounds < 12; rounds += 1) {
    while ((await world.worker().run()) > 0) {
      // What is due at once is done at once.
    }
    world.turn(60_000)
  }
}

describe.each(deaths)('a worker that dies %s', (_, death) => {
  it.each(['bluesky', 'x'] as const)('[D3] [D4] [D5] leaves one post at %s', async (name) => {
    const post = await world.draft('Bread survives.', [name])
    await world.publish(post, ids[name])
    await die(name, death)
    await others()
    expect(postsAt(name).map(({ text }) => text)).toEqual(['Bread survives.'])
    expect(await world.delivery(post)).toMatchObject({ state: 'published' })
  })

  it('[D3] [D6] [D18] leaves one post where nobody can look, or a question', async () => {
    const post = await world.draft('Bread survives.', ['discord'])
    await world.publish(post, ids.discord)
    await die('discord', death)
    await others()
    const { state } = await world.delivery(post)
    expect(['published', 'needs_person']).toContain(state)
    expect(postsAt('discord').length).toBeLessThanOrEqual(1)
    if (state === 'published') expect(postsAt('discord')).toHaveLength(1)
    const { rows } = await world.database.pool.query(
      `select count(*)::int as told from studio.notices where kind = 'publishing_failed'`,
    )
    expect(rows[0].told).toBe(state === 'needs_person' ? 1 : 0)
  })
})

it('[D2] the intent and the key are in the database before the network hears of it', async () => {
  const post = await world.draft('Written down first.', ['bluesky'])
  await world.publish(post, ids.bluesky)
  let seen: unknown
  const watching: NetworkAdapter = {
    ...bluesky.adapter,
    publish: async (order) => {
      const [target] = await world.rows.targets()
      seen = { state: target?.state, key: target?.key, intent: target?.intent }
      expect(target?.committedAt).not.toBeNull()
      return bluesky.adapter.publish(order)
    },
  }
  await world.worker([watching]).run()
  expect(seen).toMatchObject({
    state: 'committing',
    key: expect.stringMatching(/^[2-7a-z]{13}$/),
    intent: { text: 'Written down first.' },
  })
})

it('[D5] [D7] what cannot be cleared up within six hours is asked of a person', async () => {
  const post = await world.draft('Nobody knows.', ['x'])
  await world.publish(post, ids.x)
  x.network.standIn.faults.next('cut_after', 'commit')
  await world.worker().run()
  expect(await world.delivery(post)).toMatchObject({ state: 'unconfirmed' })
  x.network.standIn.faults.byChance((scope) => (scope === 'other' ? 'error_before' : undefined))
  for (let hours = 0; hours < 8; hours += 1) {
    world.turn(3_600_000)
    await world.worker().run()
  }
  expect(await world.delivery(post)).toMatchObject({
    state: 'needs_person',
    problem: { action: 'answer' },
  })
  expect(postsAt('x')).toHaveLength(1)
})

it('[D5] made anew only after the network said clearly that it is not there', async () => {
  const post = await world.draft('Second try.', ['x'])
  await world.publish(post, ids.x)
  x.network.standIn.faults.next('cut_before', 'commit')
  await world.worker().run()
  expect(postsAt('x')).toHaveLength(0)
  await others()
  const { timeline } = await world.delivery(post)
  const kinds = timeline.map(({ kind }) => kind)
  expect(kinds.indexOf('not_found')).toBeGreaterThan(kinds.indexOf('answer_lost'))
  expect(kinds.lastIndexOf('committing')).toBeGreaterThan(kinds.indexOf('not_found'))
  expect(postsAt('x').map(({ text }) => text)).toEqual(['Second try.'])
})

it('[D8] a worker whose lease is another’s writes nothing more', async () => {
  const post = await world.draft('Slow and late.', ['bluesky'])
  await world.publish(post, ids.bluesky)
  let go: () => void = () => undefined
  const waits = new Promise<void>((resolve) => {
    go = resolve
  })
  const slow: NetworkAdapter = {
    ...bluesky.adapter,
    publish: async (order) => {
      await waits
      return bluesky.adapter.publish(order)
    },
  }
  const first = world.worker([slow])
  const [claimed] = await first.claim()
  if (claimed === undefined) throw new Error('Nothing was due.')
  const working = first.work(claimed)
  await new Promise((resolve) => setTimeout(resolve, 250))
  world.turn(leaseMs + 1000)
  await world.worker().run()
  const before = await world.rows.events()
  go()
  await working
  expect(await world.rows.events()).toEqual(before)
  expect(postsAt('bluesky')).toHaveLength(1)
  expect(await world.delivery(post)).toMatchObject({ state: 'published' })
})

it('[D9] an account gets one post at a time, however many workers there are', async () => {
  for (let each = 0; each < 6; each += 1)
    await world.publish(await world.draft(`Post ${each}`, ['bluesky']), ids.bluesky)
  const workers = Array.from({ length: 4 }, () => world.worker())
  const claims = await Promise.all(workers.map((worker) => worker.claim()))
  expect(claims.flat()).toHaveLength(1)
})
