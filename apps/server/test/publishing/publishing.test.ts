import type { Calendar, Notices, Post, SocialAccount } from '@rheos/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonOf, refused } from '../http/asking.ts'
import {
  blueskyFields,
  type PlayedNetworks,
  type PublishingStudio,
  playNetworks,
  startPublishing,
} from './play-studio.ts'

let networks: PlayedNetworks
let it_: PublishingStudio
let bluesky: SocialAccount
let discord: SocialAccount
let telegram: SocialAccount

beforeAll(async () => {
  networks = await playNetworks()
  it_ = await startPublishing(networks)
  bluesky = await it_.connect('bluesky', blueskyFields(networks))
  discord = await it_.connect('discord', { webhook: networks.discord.webhook })
  telegram = await it_.connect('telegram', {
    token: networks.telegram.token,
    chat: networks.telegram.chat,
  })
})
afterAll(async () => {
  await it_.studio.close()
  await networks.close()
})

const publish = (post: Post, ...accounts: readonly SocialAccount[]) =>
  it_.person.client.post(`${it_.person.workspace}/posts/${post.id}/publish`, {
    socialAccountIds: accounts.map(({ id }) => id),
  })

const change = (post: Post, deliveryId: string, kind: string, body?: object) =>
  it_.person.client.post(
    `${it_.person.workspace}/posts/${post.id}/deliveries/${deliveryId}/${kind}`,
    body,
  )

const textsAt = (name: 'bluesky' | 'discord' | 'telegram') =>
  networks[name].posts().map(({ text }) => text)

describe('publishing', () => {
  it('goes to every account, once, with an address for each', async () => {
    const post = await it_.draft('Fresh bread, from six.', ['bluesky', 'discord', 'telegram'])
    const sent = await jsonOf<Post>(publish(post, bluesky, discord, telegram), 200)
    expect(sent.state).toMatch(/scheduled|publishing|published/)
    const done = await it_.until(post.id, (items) =>
      items.every(({ state }) => state === 'published'),
    )
    expect(done).toHaveLength(3)
    for (const { url, problem } of done) {
      expect(url).toMatch(/^https:/)
      expect(problem).toBeNull()
    }
    for (const name of ['bluesky', 'discord', 'telegram'] as const)
      expect(textsAt(name).filter((text) => text === 'Fresh bread, from six.')).toHaveLength(1)
    const { state } = await it_.person.client.json<Post>(`${it_.person.workspace}/posts/${post.id}`)
    expect(state).toBe('published')
  })

  it('[D1] twice at once is once', async () => {
    const post = await it_.draft('Only one of me.', ['bluesky'])
    const answers = await Promise.all([publish(post, bluesky), publish(post, bluesky)])
    const statuses = answers.map(({ status }) => status).toSorted()
    expect(statuses[0]).toBe(200)
    await it_.until(post.id, ([item]) => item?.state === 'published')
    expect(textsAt('bluesky').filter((text) => text === 'Only one of me.')).toHaveLength(1)
    await refused(publish(post, bluesky), 409, 'already_publishing')
  })

  it('[D4] a lost answer is repeated under the same key where the network knows it', async () => {
    networks.bluesky.faults.next('cut_after', 'commit')
    const post = await it_.draft('Lost and found.', ['bluesky'])
    await jsonOf(publish(post, bluesky), 200)
    const [done] = await it_.until(post.id, ([item]) => item?.state === 'published')
    expect(textsAt('bluesky').filter((text) => text === 'Lost and found.')).toHaveLength(1)
    expect(done?.timeline.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['scheduled', 'committing', 'answer_lost', 'published']),
    )
  })

  it('[D6] where nobody can look a person is asked, and the answer counts', async () => {
    networks.discord.faults.next('cut_after', 'commit')
    const post = await it_.draft('Did you see me?', ['discord'])
    await jsonOf(publish(post, discord), 200)
    const [asked] = await it_.until(post.id, ([item]) => item?.state === 'needs_person')
    expect(asked?.problem).toMatchObject({ action: 'answer' })
    const { notices } = await it_.person.client.json<Notices>(`${it_.person.workspace}/notices`)
    expect(notices).toContainEqual(
      expect.objectContaining({
        kind: 'publishing_failed',
        subject: { id: post.id, name: 'Did you see me?' },
      }),
    )
    await jsonOf(
      change(post, asked?.id ?? '', 'answer', { isThere: true, url: 'https://discord.com/x' }),
      200,
    )
    const [done] = await it_.until(post.id, ([item]) => item?.state === 'published')
    expect(done?.url).toBe('https://discord.com/x')
    expect(textsAt('discord').filter((text) => text === 'Did you see me?')).toHaveLength(1)
  })

  it('[D6] and sent again only when the person says that it is not there', async () => {
    networks.telegram.faults.next('cut_before', 'commit')
    const post = await it_.draft('I am not there.', ['telegram'])
    await jsonOf(publish(post, telegram), 200)
    const [asked] = await it_.until(post.id, ([item]) => item?.state === 'needs_person')
    expect(textsAt('telegram')).not.toContain('I am not there.')
    await jsonOf(change(post, asked?.id ?? '', 'answer', { isThere: false }), 200)
    await it_.until(post.id, ([item]) => item?.state === 'published')
    expect(textsAt('telegram').filter((text) => text === 'I am not there.')).toHaveLength(1)
  })

  it('[D11] [D15] a clear no ends one network with its reason, and holds back no other', async () => {
    networks.discord.faults.next('error_before', 'other')
    const post = await it_.draft('Hello', ['bluesky', 'discord'], {
      versions: { discord: { body: 'x'.repeat(1990) } },
    })
    networks.bluesky.faults.next('busy_before', 'commit')
    await jsonOf(publish(post, bluesky, discord), 200)
    const items = await it_.until(post.id, (all) => all.every(({ state }) => state === 'published'))
    const [first] = items.filter(({ network }) => network === 'bluesky')
    expect(first?.timeline.some(({ kind }) => kind === 'waiting')).toBe(true)
  })

  it('[D14] a thread is answered one after another', async () => {
    const post = await it_.draft('One of three.', ['bluesky'], {
      versions: { bluesky: { thread: ['Two of three.', 'Three of three.'] } },
    })
    await jsonOf(publish(post, bluesky), 200)
    await it_.until(post.id, ([item]) => item?.state === 'published')
    const made = networks.bluesky.posts().filter(({ text }) => text.endsWith('of three.'))
    expect(made.map(({ text }) => text)).toEqual([
      'One of three.',
      'Two of three.',
      'Three of three.',
    ])
    expect(made[1]?.replyTo).toBe(made[0]?.id)
    expect(made[2]?.replyTo).toBe(made[1]?.id)
  })

  it('what the network would refuse is refused before, with the check’s words', async () => {
    const post = await it_.draft('x'.repeat(301), ['bluesky'])
    const { detail } = await refused(publish(post, bluesky), 422, 'not_ready')
    expect(detail).toMatch(/300/)
    expect(await it_.deliveries(post.id)).toEqual([])
  })

  it('tokens that ended are renewed on the way', async () => {
    networks.bluesky.expireTokens()
    const post = await it_.draft('With a new token.', ['bluesky'])
    await jsonOf(publish(post, bluesky), 200)
    await it_.until(post.id, ([item]) => item?.state === 'published')
    expect(textsAt('bluesky').filter((text) => text === 'With a new token.')).toHaveLength(1)
  })
})

describe('scheduling', () => {
  const path = (post: Post) => `${it_.person.workspace}/posts/${post.id}/schedule`
  const put = (post: Post, order: object) =>
    it_.person.client.request('PUT', path(post), {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(order),
    })
  const when = (minutes: number) =>
    new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 16)

  it('puts a post on the calendar, moves it, and takes it off', async () => {
    const { client, workspace } = it_.person
    const post = await it_.draft('Tomorrow’s bread.', ['bluesky'])
    const order = { wallTime: when(60), timeZone: 'UTC', socialAccountIds: [bluesky.id] }
    const scheduled = await jsonOf<Post>(put(post, order), 200)
    expect(scheduled).toMatchObject({ state: 'scheduled', schedule: { wallTime: order.wallTime } })
    const range = `from=${new Date(Date.now() - 3_600_000).toISOString()}&to=${new Date(Date.now() + 86_400_000).toISOString()}`
    const { items } = await client.json<Calendar>(`${workspace}/calendar?${range}`)
    expect(items).toContainEqual(
      expect.objectContaining({
        postId: post.id,
        networks: [{ network: 'bluesky', state: 'scheduled', endsBefore: false }],
      }),
    )
    const moved = { ...order, wallTime: when(120) }
    await jsonOf<Post>(put(post, moved), 200)
    const back = await jsonOf<Post>(
      client.request('DELETE', path(post), {
        headers: { 'content-type': 'application/json' },
      }),
      200,
    )
    expect(back).toMatchObject({ state: 'draft', schedule: null })
    expect(await it_.deliveries(post.id)).toEqual([])
  })

  it.each([
    ['the past', { wallTime: '2020-01-01T09:00' }, 'invalid_request', /past/],
    [
      'a day that does not exist',
      { wallTime: '2027-02-29T09:00' },
      'invalid_request',
      /no such day/,
    ],
    ['an unknown zone', { timeZone: 'Europe/Atlantis' }, 'invalid_request', /time zone/],
    ['no account', { socialAccountIds: [] }, 'invalid_request', /at least one account/],
    [
      'an account of nobody',
      { socialAccountIds: ['nobody'] },
      'not_found',
      /no such social account/,
    ],
  ] as const)('refuses %s', async (_, wrong, code, words) => {
    const post = await it_.draft('Never.', ['bluesky'])
    const order = { wallTime: when(60), timeZone: 'UTC', socialAccountIds: [bluesky.id], ...wrong }
    const answer = put(post, order)
    const { detail } = await refused(answer, code === 'not_found' ? 404 : 400, code)
    expect(detail).toMatch(words)
  })
})
