import { randomUUID } from 'node:crypto'
import type { Credits, Post, SocialAccount } from '@rheos/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPress, draw, ended, imageRequest, jsonOf } from '../http/asking.ts'
import {
  blueskyFields,
  type PlayedNetworks,
  type PublishingStudio,
  playNetworks,
  startPublishing,
} from './play-studio.ts'

let networks: PlayedNetworks
let publishing: PublishingStudio
let account: SocialAccount

beforeAll(async () => {
  networks = await playNetworks()
  publishing = await startPublishing(networks)
  account = await publishing.connect('bluesky', blueskyFields(networks))
})
afterAll(async () => {
  await publishing.studio.close()
  await networks.close()
})

/** The whole way: connected, written with a picture, scheduled, moved, published, looked at. */
async function wholeWay(picture: string): Promise<void> {
  const { client, workspace } = publishing.person
  const text = `Bread without credits ${randomUUID()}`
  const again = await publishing.connect('bluesky', blueskyFields(networks))
  expect(again.id).toBe(account.id)
  const media = [{ assetId: picture, alt: 'A loaf' }]
  const post = await publishing.draft(text, ['bluesky'], { media })
  const schedule = (minutes: number) =>
    client.request('PUT', `${workspace}/posts/${post.id}/schedule`, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        wallTime: new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 16),
        timeZone: 'UTC',
        socialAccountIds: [account.id],
      }),
    })
  expect(await jsonOf<Post>(schedule(60), 200)).toMatchObject({ state: 'scheduled' })
  expect(await jsonOf<Post>(schedule(90), 200)).toMatchObject({ state: 'scheduled' })
  const body = { socialAccountIds: [account.id] }
  await jsonOf(client.post(`${workspace}/posts/${post.id}/publish`, body), 200)
  await publishing.until(post.id, ([item]) => item?.state === 'published')
  const made = networks.bluesky.posts().filter((each) => each.text === text)
  expect(made).toHaveLength(1)
  expect(made[0]?.media).toEqual([{ mediaType: expect.stringMatching(/^image\//), alt: 'A loaf' }])
}

/** A picture that was made here, so that the plan's mark is on it. */
async function picture(): Promise<string> {
  const [asset] = (await draw(publishing.person)).assets
  if (asset === undefined) throw new Error('Nothing was drawn.')
  return asset.id
}

describe('[D17] posts go out', () => {
  let drawn: string
  beforeAll(async () => {
    drawn = await picture()
  })

  it('at 0 credits', async () => {
    const { client, workspace } = publishing.person
    const balance = async () => (await client.json<Credits>(`${workspace}/credits`)).balance
    while ((await balance()) > 0) {
      const count = Math.min(4, (await balance()) / 5)
      const order = imageRequest({ count, quote: { version: 2, credits: count * 5 } })
      const { id } = await jsonOf<{ id: string }>(
        client.post(`${workspace}/generations`, order, aPress()),
        202,
      )
      await ended(publishing.person, id)
    }
    expect(await client.json<Credits>(`${workspace}/credits`)).toMatchObject({
      balance: 0,
      paused: true,
    })
    await wholeWay(drawn)
    expect(await balance()).toBe(0)
  }, 120_000)

  it('with the meter’s tables locked', async () => {
    const lock = await publishing.studio.context.database.pool.connect()
    try {
      await lock.query('begin')
      const { rows } = await lock.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'credits'`,
      )
      expect(rows.length).toBeGreaterThan(3)
      await lock.query(
        `lock table ${rows.map((row) => row.name).join(', ')} in access exclusive mode`,
      )
      await wholeWay(drawn)
    } finally {
      await lock.query('rollback')
      lock.release()
    }
  })

  it('without the meter’s tables', async () => {
    await publishing.studio.context.database.pool.query('drop schema credits cascade')
    await wholeWay(drawn)
  })
})
