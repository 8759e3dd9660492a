import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Refusal } from '../../src/refusal.ts'
import { playMastodon } from '../networks/played-networks.ts'
import { startWorld } from './start-world.ts'

let mastodon: Awaited<ReturnType<typeof playMastodon>>
let world: Awaited<ReturnType<typeof startWorld>>

beforeEach(async () => {
  mastodon = await playMastodon()
  world = await startWorld([mastodon.adapter])
})
afterEach(async () => {
  await world.close()
  await mastodon.close()
})

describe('an account whose server takes less than others', () => {
  const long = 'Bread from six. '.repeat(20).trim()

  it('is asked when a post is scheduled, and what it would refuse is refused then', async () => {
    mastodon.standIn.takeAtMost(200)
    const account = await world.connect('mastodon', mastodon.session)
    const post = await world.draft(long, ['mastodon'])
    const refusal = await world.publish(post, account).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Refusal)
    expect((refusal as Refusal).detail).toMatch(
      /on Mastodon takes 200 characters, and this text has 319: shorten it/,
    )
    expect(await world.rows.deliveries()).toEqual([])
  })

  it('holds nobody up when it says nothing', async () => {
    const account = await world.connect('mastodon', mastodon.session)
    mastodon.standIn.faults.next('error_before', 'other')
    const post = await world.draft(long, ['mastodon'])
    await world.publish(post, account)
    expect((await world.delivery(post)).state).toBe('scheduled')
  })
})
