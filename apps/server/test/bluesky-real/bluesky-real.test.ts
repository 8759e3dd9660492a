import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createBluesky } from '../../src/networks/bluesky/bluesky.ts'
import { NetworkClient } from '../../src/networks/http/network-client.ts'
import type { NetworkAdapter, Session } from '../../src/networks/network-adapter.ts'
import { aPicture, PlayedTarget } from '../../src/networks/testing/play.ts'
import { sessionOf } from '../networks/played-networks.ts'
import { leaseMs, never, type World } from '../publishing/publishing-world.ts'
import { startWorld } from '../publishing/start-world.ts'
import { type LosingLine, startLosingLine } from './losing-line.ts'
import { anotherAccount, type RealBluesky, realBluesky, recordsAt } from './real-bluesky.ts'

const server = realBluesky()
let line: LosingLine
let client: NetworkClient
let adapter: NetworkAdapter
let session: Session
let bakery: RealBluesky
/** Texts that have to be there at the end, each once. */
const expected: string[] = []

beforeAll(async () => {
  line = await startLosingLine(server.url)
  client = new NetworkClient({
    allowedHosts: [server.host, line.host],
    userAgent: 'RheosTest/1.0',
  })
  adapter = createBluesky({
    client,
    app: undefined,
    apiUrl: undefined,
    clock: () => Date.now(),
    newId: () => randomUUID(),
  })
  bakery = await anotherAccount(server, 'adapterbakery')
  session = await connect(bakery)
})
afterAll(async () => {
  const found = (await recordsAt(bakery)).map(({ value }) => value.text)
  process.stdout.write(
    `Bluesky's own server: ${expected.length} posts expected, ${found.length} found; ` +
      `${line.lost} answers lost\n`,
  )
  line.close()
  await client.close()
  expect(found.toSorted()).toEqual(expected.toSorted())
})

async function connect({ handle, appPassword }: RealBluesky, url = line.url): Promise<Session> {
  const { connector } = adapter
  if (connector.kind !== 'credentials') throw new Error('It is connected at its own page.')
  return sessionOf((await connector.connect({ handle, appPassword, server: url }))[0])
}

function target(text: string, more = {}, replyTo?: ConstructorParameters<typeof PlayedTarget>[3]) {
  expected.push(text)
  return new PlayedTarget(adapter, session, { text, ...more }, replyTo)
}

const withText = async (text: string) =>
  (await recordsAt(bakery)).filter(({ value }) => value.text === text)

describe('the adapter', () => {
  it('connects by app password, and says in a sentence that it is wrong', async () => {
    expect(session).toMatchObject({ remoteId: bakery.did, handle: `@${bakery.handle}` })
    await expect(connect({ ...bakery, appPassword: 'wrong-wrong-wrong' })).rejects.toMatchObject({
      kind: 'account',
      message: expect.stringContaining('does not know this handle with this app password'),
    })
  })

  it('posts links, hashtags and known handles as such, unknown handles as text, a picture with its alt text', async () => {
    const text = `Brötchen 🥐 https://example.com/bread #Rye @${server.handle} @nobody.example`
    const media = [aPicture('Two loaves on a board')]
    expect(await target(text, { media }).run()).toMatchObject({ kind: 'published' })
    const [record, ...others] = await withText(text)
    expect(others).toEqual([])
    const bytes = Buffer.from(text)
    const facets = record?.value.facets?.map(({ index, features }) => [
      bytes.subarray(index.byteStart, index.byteEnd).toString(),
      features[0],
    ])
    expect(facets).toEqual([
      [
        'https://example.com/bread',
        { $type: 'app.bsky.richtext.facet#link', uri: 'https://example.com/bread' },
      ],
      ['#Rye', { $type: 'app.bsky.richtext.facet#tag', tag: 'Rye' }],
      [`@${server.handle}`, { $type: 'app.bsky.richtext.facet#mention', did: server.did }],
    ])
    expect(record?.value.embed?.images).toMatchObject([
      { alt: 'Two loaves on a board', image: { mimeType: 'image/png' } },
    ])
  })

  it('posts a thread of three, each under the one before', async () => {
    const first = await target('One of three.').publish()
    const second = await target('Two of three.', {}, { root: first, parent: first }).publish()
    await target('Three of three.', {}, { root: first, parent: second }).publish()
    const [third] = await withText('Three of three.')
    expect(third?.value.reply).toMatchObject({
      root: { uri: first.remoteId },
      parent: { uri: second.remoteId },
    })
  })

  it('leaves one post where the answer was lost and the call repeated', async () => {
    const before = line.puts
    line.lose(3)
    const lost = target('Lost and found.')
    await expect(lost.publish()).rejects.toMatchObject({ kind: 'lost' })
    expect(await lost.reconcile()).toMatchObject({ found: 'there' })
    const outcome = await lost.run()
    const [record, ...others] = await withText('Lost and found.')
    expect(outcome).toMatchObject({ kind: 'published', receipt: { remoteId: record?.uri } })
    expect(others).toEqual([])
    expect(line.puts - before).toBe(4)
  })

  it('says of what was never sent that it is not there', async () => {
    const unsent = new PlayedTarget(adapter, session, { text: 'Never sent.' })
    await unsent.prepare()
    expect(await unsent.reconcile()).toEqual({ found: 'not_there' })
  })

  it('leaves one post where eight send it at once', async () => {
    const shared = target('Eight at once.')
    await shared.prepare()
    const sent = await Promise.allSettled(Array.from({ length: 8 }, () => shared.publish()))
    expect(sent.some(({ status }) => status === 'fulfilled')).toBe(true)
    expect(await shared.run()).toMatchObject({ kind: 'published' })
    expect(await withText('Eight at once.')).toHaveLength(1)
  })

  it('takes 300 characters as people count them and says in a sentence why 301 are refused', async () => {
    const most = '👩‍🍳'.repeat(100) + 'x'.repeat(200)
    expect(await target(most).run()).toMatchObject({ kind: 'published' })
    const tooLong = new PlayedTarget(adapter, session, { text: `${most}x` })
    const outcome = await tooLong.run()
    expect(outcome).toMatchObject({
      kind: 'failed',
      error: {
        kind: 'rejected',
        code: 'content_refused',
        detail: 'Bluesky refused the post: it has 301 characters, and at most 300 fit. Shorten it.',
      },
    })
  })

  it('goes on by the refresh token, and by the app password where that is over', async () => {
    const renewed = await adapter.connector.renew?.(session)
    expect(renewed?.tokenExpiresAt).toBeGreaterThan(Date.now())
    session = { ...session, credentials: renewed?.credentials ?? null }
    expect(await target('After the refresh.').run()).toMatchObject({ kind: 'published' })
    const refreshless = { ...(session.credentials as object), refreshJwt: 'over' }
    const begun = await adapter.connector.renew?.({ ...session, credentials: refreshless })
    session = { ...session, credentials: begun?.credentials ?? null }
    expect(await target('After a new session.').run()).toMatchObject({ kind: 'published' })
  })

  it('says that the account is lost when its access is over and its app password was revoked', async () => {
    const lost = await anotherAccount(server, 'lostbakery')
    const held = await connect(lost)
    await lost.revoke()
    await expect(adapter.connector.renew?.(held)).rejects.toMatchObject({ kind: 'account' })
    const overdue = { ...held, credentials: { ...(held.credentials as object), accessJwt: 'over' } }
    expect(await new PlayedTarget(adapter, overdue, { text: 'Locked out.' }).run()).toMatchObject({
      kind: 'failed',
      error: { kind: 'account' },
    })
    expect(await recordsAt(lost)).toEqual([])
  })
})

describe('the publisher', () => {
  let world: World
  let account: string

  beforeEach(async () => {
    world = await startWorld([adapter])
    account = await world.connect('bluesky', session)
  })
  afterEach(() => world.close())

  const others = async () => {
    for (let rounds = 0; rounds < 12; rounds += 1) {
      while ((await world.worker().run()) > 0) {
        // What is due at once is done at once.
      }
      world.turn(60_000)
    }
  }

  it('leaves one post after lost answers', async () => {
    expected.push('Published once.')
    line.lose(2)
    const post = await world.draft('Published once.', ['bluesky'])
    await world.publish(post, account)
    await others()
    expect(await world.delivery(post)).toMatchObject({ state: 'published' })
    expect(await withText('Published once.')).toHaveLength(1)
  })

  it('leaves one post when its worker dies between the call and the answer', async () => {
    expected.push('Bread survives.')
    const post = await world.draft('Bread survives.', ['bluesky'])
    await world.publish(post, account)
    let isTaken = false
    const dying = world.worker([
      {
        ...adapter,
        publish: async (order) => {
          await adapter.publish(order)
          isTaken = true
          return never()
        },
      },
    ])
    for (const each of await dying.claim()) void dying.work(each)
    await expect.poll(() => isTaken).toBe(true)
    world.turn(leaseMs + 1000)
    await others()
    expect(await world.delivery(post)).toMatchObject({ state: 'published' })
    expect(await withText('Bread survives.')).toHaveLength(1)
  })
})
