import type { Calendar, FreeSlots, Post, PostingSlots, Posts, SocialAccount } from '@rheos/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonOf, refused, until } from '../http/asking.ts'
import { TurnedClock } from '../networks/played-delivery.ts'
import {
  type PlayedNetworks,
  type PublishingStudio,
  playNetworks,
  startPublishing,
} from './play-studio.ts'

const clock = new TurnedClock()
let networks: PlayedNetworks
let publishing: PublishingStudio
let discord: SocialAccount

beforeAll(async () => {
  networks = await playNetworks()
  publishing = await startPublishing(networks, { clock: clock.now })
  discord = await publishing.connect('discord', { webhook: networks.discord.webhook })
})
afterAll(async () => {
  await publishing.studio.close()
  await networks.close()
})

const put = (path: string, body: object) =>
  publishing.person.client.request('PUT', `${publishing.person.workspace}${path}`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const get = <T>(path: string) =>
  publishing.person.client.json<T>(`${publishing.person.workspace}${path}`)

async function scheduled(text: string, order: object): Promise<Post> {
  const post = await publishing.draft(text, ['discord'])
  const body = { timeZone: 'Europe/London', socialAccountIds: [discord.id], ...order }
  return jsonOf<Post>(put(`/posts/${post.id}/schedule`, body), 200)
}

const turnTo = (instant: string) => clock.turn(Date.parse(instant) - clock.now())
const sentTexts = () => networks.discord.posts().map(({ text }) => text)

describe('a time on the clock of a place', () => {
  it('that daylight saving skips is taken an hour later', async () => {
    const { schedule } = await scheduled('In the gap.', { wallTime: '2027-03-28T01:30' })
    expect(schedule).toMatchObject({ at: '2027-03-28T01:30:00.000Z', wallTime: '2027-03-28T01:30' })
  })

  it('that comes twice is the first, or when asked for the other', async () => {
    const first = await scheduled('First.', { wallTime: '2027-10-31T01:30' })
    expect(first.schedule?.at).toBe('2027-10-31T00:30:00.000Z')
    const second = await scheduled('Second.', { wallTime: '2027-10-31T01:30', second: true })
    expect(second.schedule?.at).toBe('2027-10-31T01:30:00.000Z')
  })
})

describe('what recurs', () => {
  it('stays at its time on the clock, and goes out each time once', async () => {
    const recurrence = { every: 'week', until: '2027-04-10' }
    const first = await scheduled('Fresh on Fridays.', { wallTime: '2027-03-26T09:00', recurrence })
    const path = '/calendar?from=2027-03-20T00:00:00Z&to=2027-05-01T00:00:00Z'
    const times = async () =>
      (await get<Calendar>(path)).items
        .filter(({ title, excerpt }) => `${title}${excerpt}`.includes('Fridays'))
        .map(({ at }) => at)
    const all = ['2027-03-26T09:00:00.000Z', '2027-04-02T08:00:00.000Z', '2027-04-09T08:00:00.000Z']
    expect(await times()).toEqual(all)

    turnTo('2027-03-26T09:00:01Z')
    await publishing.until(first.id, ([item]) => item?.state === 'published')
    const next = async (at: string | undefined) =>
      until(async () =>
        (await get<Posts>('/posts')).items.find(
          ({ state, schedule }) => state === 'scheduled' && schedule?.at === at,
        ),
      )
    const second = await next(all[1])
    expect(second.id).not.toBe(first.id)
    expect(await times()).toEqual(all)

    turnTo('2027-04-02T08:00:01Z')
    await publishing.until(second.id, ([item]) => item?.state === 'published')
    const third = await next(all[2])
    turnTo('2027-04-09T08:00:01Z')
    await publishing.until(third.id, ([item]) => item?.state === 'published')
    expect(sentTexts().filter((text) => text === 'Fresh on Fridays.')).toHaveLength(3)
    // It ends on the tenth.
    expect(await times()).toEqual(all)
  })
})

describe('the times at which a brand likes to post', () => {
  const path = () => `/brands/${publishing.brand.id}/slots`
  const tuesdays: PostingSlots = {
    timeZone: 'Europe/London',
    slots: [
      { weekday: 2, time: '09:00' },
      { weekday: 2, time: '17:30' },
    ],
  }

  it('are usual ones until they are set', async () => {
    const usual = await get<PostingSlots>(`${path()}?timeZone=Asia/Tokyo`)
    expect(usual.timeZone).toBe('Asia/Tokyo')
    expect(usual.slots.length).toBeGreaterThan(0)
    expect(await jsonOf(put(path(), tuesdays), 200)).toEqual(tuesdays)
    expect(await get(`${path()}?timeZone=Asia/Tokyo`)).toEqual(tuesdays)
  })

  it('are offered where nothing is planned', async () => {
    turnTo('2027-06-07T10:00:00Z')
    await jsonOf(put(path(), tuesdays), 200)
    const free = async () =>
      (await get<FreeSlots>(`${path()}/free?timeZone=UTC&count=2`)).items.map(({ at }) => at)
    expect(await free()).toEqual(['2027-06-08T08:00:00.000Z', '2027-06-08T16:30:00.000Z'])
    await scheduled('On a Tuesday.', { wallTime: '2027-06-08T09:00' })
    expect(await free()).toEqual(['2027-06-08T16:30:00.000Z', '2027-06-15T08:00:00.000Z'])
  })

  it.each([
    ['a zone that is nowhere', { timeZone: 'Europe/Atlantis' }],
    ['an eighth day', { slots: [{ weekday: 8, time: '09:00' }] }],
    ['a time that is none', { slots: [{ weekday: 1, time: '25:00' }] }],
  ])('are not set to %s', async (_, wrong) => {
    await refused(put(path(), { ...tuesdays, ...wrong }), 400, 'invalid_request')
  })

  it('are not those of another workspace', async () => {
    const stranger = await publishing.studio.signUp()
    const theirs = `${stranger.workspace}${path()}?timeZone=UTC`
    await refused(stranger.client.get(theirs), 404, 'not_found')
  })
})
