import type {
  Asset,
  Brand,
  NewPost,
  Post,
  PostChange,
  PostRevisionDetail,
  PostRevisions,
  Problem,
  WorkspaceEvent,
} from '@rheos/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { jsonOf, refused, until } from './asking.ts'

let studio: TestStudio
let ada: SignedUp
let grace: SignedUp
let now = Date.now()
const minutes = (count: number) => {
  now += count * 60_000
}

beforeAll(async () => {
  studio = await startStudio({ clock: () => now })
  ada = await studio.signUp({ name: 'Ada' })
  grace = await studio.signUp({ name: 'Grace' })
  await studio.context.database.pool.query(
    `insert into studio.members (workspace_id, user_id, name, role, created_at)
     values ($1, $2, 'Grace', 'member', now())`,
    [ada.workspaceId, grace.userId],
  )
})
afterAll(() => studio.close())

const create = (post: NewPost) => jsonOf<Post>(ada.client.post(`${ada.workspace}/posts`, post), 201)
const at = (post: Post) => `${ada.workspace}/posts/${post.id}`
const change = (who: SignedUp, post: Post, body: PostChange) =>
  jsonOf<Post>(who.client.patch(at(post), body), 200)
const history = async (post: Post) =>
  (await ada.client.json<PostRevisions>(`${at(post)}/revisions`)).items
const revision = (post: Post, number: number) =>
  ada.client.json<PostRevisionDetail>(`${at(post)}/revisions/${number}`)

async function picture(who = ada): Promise<Asset> {
  const png = await sharp({
    create: { width: 40, height: 40, channels: 3, background: '#aa3300' },
  })
    .png()
    .toBuffer()
  const form = new FormData()
  form.set('file', new File([new Uint8Array(png)], 'cup.png'))
  return jsonOf<Asset>(who.client.request('POST', `${who.workspace}/assets`, { body: form }), 201)
}

describe('two people edit one post', () => {
  test('different fields and networks never meet', async () => {
    const post = await create({ title: 'Bread', body: 'Fresh', networks: ['x', 'bluesky'] })
    await change(grace, post, { revision: 1, body: 'Fresh bread' })
    await change(grace, post, { revision: 2, versions: { x: { body: 'For X' } } })
    const joined = await change(ada, post, {
      revision: 1,
      title: 'Our bread',
      versions: { bluesky: { body: 'For Bluesky' } },
    })
    expect(joined).toMatchObject({
      title: 'Our bread',
      body: 'Fresh bread',
      versions: { x: { body: 'For X' }, bluesky: { body: 'For Bluesky' } },
      revision: 4,
    })
  })

  test('different words of one text are joined', async () => {
    const body = 'Fresh bread every morning. We close at two.'
    const post = await create({ body })
    await change(grace, post, { revision: 1, body: body.replace('two', 'three') })
    const joined = await change(ada, post, {
      revision: 1,
      body: body.replace('Fresh', 'Warm'),
      base: { body },
    })
    expect(joined.body).toBe('Warm bread every morning. We close at three.')
  })

  test('the same words are a person’s to choose, and neither side is lost', async () => {
    const post = await create({ title: 'Bread', body: 'We open at seven.' })
    await change(grace, post, { revision: 1, body: 'We open at eight.' })
    const mine: PostChange = {
      revision: 1,
      title: 'Hours',
      body: 'We open at six.',
      base: { title: 'Bread', body: 'We open at seven.' },
    }
    const told = await refused(ada.client.patch(at(post), mine), 409, 'edited_elsewhere')
    expect(told.post).toMatchObject({ title: 'Bread', body: 'We open at eight.', revision: 2 })
    expect(told.fields).toEqual([{ path: 'body', message: 'was changed elsewhere too' }])
    const [aside] = await history(post)
    expect(aside).toMatchObject({ kind: 'set_aside', by: { name: 'Ada' } })
    expect((await revision(post, aside?.number ?? 0)).content.body).toBe('We open at six.')
    // Asked again and again by a page that waits for an answer, it is one state.
    await refused(ada.client.patch(at(post), mine), 409, 'edited_elsewhere')
    expect((await history(post)).filter(({ kind }) => kind === 'set_aside')).toHaveLength(1)
    // Ada keeps hers: what Grace wrote stays in the history.
    await change(ada, post, { ...mine, revision: 2, base: { body: 'We open at eight.' } })
    const bodies = await Promise.all(
      (await history(post)).map(async ({ number }) => (await revision(post, number)).content.body),
    )
    expect(bodies).toContain('We open at eight.')
    expect(bodies[0]).toBe('We open at six.')
  })

  test('an old revision without its beginning is refused only where it meets another edit', async () => {
    const post = await create({ title: 'A', body: 'B' })
    await change(grace, post, { body: 'C' })
    expect((await change(ada, post, { revision: 1, title: 'D' })).title).toBe('D')
    await refused(ada.client.patch(at(post), { revision: 1, body: 'E' }), 409, 'edited_elsewhere')
  })

  test('eight edits at once of different networks all arrive', async () => {
    const post = await create({ networks: ['x', 'bluesky', 'threads', 'linkedin'] })
    const names = ['x', 'bluesky', 'threads', 'linkedin'] as const
    const parts = ['title', 'body'] as const
    await Promise.all(
      names.flatMap((network) =>
        parts.map((part) =>
          change(part === 'title' ? ada : grace, post, {
            revision: 1,
            versions: { [network]: { [part]: `${part} of ${network}` } },
          }),
        ),
      ),
    )
    const { versions } = await ada.client.json<Post>(at(post))
    for (const network of names) {
      expect(versions[network]).toEqual({
        title: `title of ${network}`,
        body: `body of ${network}`,
      })
    }
  })

  test('open pages hear of it at once', async () => {
    const post = await create({ body: 'Heard' })
    const leave = new AbortController()
    const stream = await grace.client.request('GET', `${ada.workspace}/credits/stream`, {
      signal: leave.signal,
    })
    const heard: WorkspaceEvent[] = []
    const reading = (async () => {
      for await (const chunk of stream.body ?? []) {
        for (const line of new TextDecoder().decode(chunk).split('\n'))
          if (line.startsWith('data:')) heard.push(JSON.parse(line.slice(5)))
      }
    })().catch(() => undefined)
    await until(async () => (heard.length > 0 ? true : undefined))
    await change(ada, post, { body: 'Told' })
    const told = await until(async () => heard.find((event) => event.type === 'post'))
    expect(told).toEqual({ type: 'post', post: { id: post.id, revision: 2, by: ada.userId } })
    leave.abort()
    await reading
  })
})

describe('the history', () => {
  test('is one state for a burst of edits, and begins with what was there', async () => {
    const post = await create({ title: 'Loaf', body: 'One' })
    for (const body of ['One two', 'One two three']) await change(ada, post, { body })
    minutes(6)
    await change(ada, post, { body: 'One two three four', networks: ['x'] })
    await change(grace, post, { title: 'Rolls' })
    expect((await history(post)).map(({ kind, summary, by }) => [kind, summary, by.name])).toEqual([
      ['edit', 'Title', 'Grace'],
      ['edit', 'Text, 1 word more, X added', 'Ada'],
      ['edit', 'Text, 2 words more', 'Ada'],
      ['begun', 'Begun', 'Ada'],
    ])
  })

  test('keeps what was before a rewrite, and after it', async () => {
    const post = await create({ body: 'A long sentence.' })
    await change(ada, post, { body: 'A long sentence indeed.' })
    await change(ada, post, { body: 'Short.', reason: 'rewrite' })
    await change(ada, post, { body: 'Short. Really.' })
    const kinds = (await history(post)).map(({ kind }) => kind)
    expect(kinds).toEqual(['edit', 'rewrite', 'edit', 'begun'])
  })

  test('brings a state back, as a new one that can be undone', async () => {
    const cup = await picture()
    const post = await create({
      title: 'First',
      body: 'Original',
      networks: ['x'],
      media: [{ assetId: cup.id }],
    })
    await change(ada, post, {
      title: 'Second',
      body: 'Changed',
      media: [],
      versions: { x: { body: 'Only on X', thread: ['and more'] } },
    })
    const restored = await jsonOf<Post>(ada.client.post(`${at(post)}/revisions/1/restore`), 200)
    expect(restored).toMatchObject({
      title: 'First',
      body: 'Original',
      versions: {},
      media: [{ assetId: cup.id, alt: '' }],
    })
    const [newest, before] = await history(post)
    expect(newest).toMatchObject({ kind: 'restore', by: { name: 'Ada' } })
    const undone = await jsonOf<Post>(
      ada.client.post(`${at(post)}/revisions/${before?.number}/restore`),
      200,
    )
    expect(undone).toMatchObject({
      body: 'Changed',
      media: [],
      versions: { x: { body: 'Only on X', thread: ['and more'] } },
    })
  })

  test('brings back no picture that left the library', async () => {
    const cup = await picture()
    const post = await create({ body: 'Cup', media: [{ assetId: cup.id, alt: 'A cup' }] })
    await change(ada, post, { media: [] })
    await ada.client.delete(`${ada.workspace}/assets/${cup.id}`)
    const restored = await jsonOf<Post>(ada.client.post(`${at(post)}/revisions/1/restore`), 200)
    expect(restored.media).toEqual([])
  })

  test('stays within a hundred states', async () => {
    const post = await create({ body: 'Start' })
    for (let turn = 0; turn < 110; turn += 1)
      await change(turn % 2 === 0 ? ada : grace, post, { body: `Turn ${turn}` })
    const states = await history(post)
    expect(states).toHaveLength(100)
    expect(states.at(-1)?.kind).toBe('begun')
    expect((await revision(post, states[0]?.number ?? 0)).content.body).toBe('Turn 109')
  })

  test('holds nothing of what was not changed, and refuses numbers that are not there', async () => {
    const post = await create({ body: 'Same' })
    await change(ada, post, { body: 'Same' })
    expect(await history(post)).toEqual([])
    for (const number of ['0', '1', '99', 'x'])
      await refused(ada.client.get(`${at(post)}/revisions/${number}`), 404, 'not_found')
    await refused(ada.client.post(`${at(post)}/revisions/7/restore`), 404, 'not_found')
  })

  test('is closed to others', async () => {
    const post = await create({ body: 'Ours' })
    await change(ada, post, { body: 'Still ours' })
    const eve = await studio.signUp()
    const path = `${eve.workspace}/posts/${post.id}/revisions`
    await refused(eve.client.get(path), 404, 'not_found')
    await refused(eve.client.get(`${path}/1`), 404, 'not_found')
    await refused(eve.client.post(`${path}/1/restore`), 404, 'not_found')
    await refused(eve.client.get(`${at(post)}/revisions`), 404, 'not_found')
  })
})

describe('pictures of a post', () => {
  test('must be of the library of the workspace, wherever they are named', async () => {
    const mine = await picture()
    const foreign = await picture(await studio.signUp())
    const post = await create({ networks: ['x'], media: [{ assetId: mine.id }] })
    for (const body of [
      { media: [{ assetId: mine.id }, { assetId: foreign.id }] },
      { versions: { x: { media: [{ assetId: foreign.id }] } } },
      { media: [{ assetId: 'none' }] },
    ])
      await refused(ada.client.patch(at(post), body), 404, 'not_found')
    await refused(
      ada.client.post(`${ada.workspace}/posts`, { media: [{ assetId: foreign.id }] }),
      404,
      'not_found',
    )
    expect(await ada.client.json<Post>(at(post))).toMatchObject({ revision: 1 })
  })

  test('that left the library since do not stand in the way of an edit', async () => {
    const cup = await picture()
    const post = await create({ media: [{ assetId: cup.id }] })
    await ada.client.delete(`${ada.workspace}/assets/${cup.id}`)
    const edited = await change(ada, post, { media: [{ assetId: cup.id, alt: 'Gone' }] })
    expect(edited.media).toEqual([{ assetId: cup.id, alt: 'Gone' }])
  })
})

test('a version is changed part by part and can follow the post again', async () => {
  const post = await create({ body: 'All', networks: ['x'] })
  await change(ada, post, { versions: { x: { body: 'X', thread: ['two', 'three'] } } })
  const one = await change(ada, post, { versions: { x: { thread: null } } })
  expect(one.versions).toEqual({ x: { body: 'X' } })
  const all = await change(ada, post, { versions: { x: null } })
  expect(all.versions).toEqual({})
})

test('markup is text like any other', async () => {
  const body = '<img src=x onerror=alert(1)> {"$set":1} \u202e'
  const post = await create({ body, title: '<b>bold</b>' })
  const edited = await change(ada, post, { body: `${body}!` })
  expect(edited.body).toBe(`${body}!`)
  expect((await revision(post, 1)).content.title).toBe('<b>bold</b>')
})

test('posts are found by network', async () => {
  const who = await studio.signUp()
  const make = (networks: NewPost['networks']) =>
    jsonOf<Post>(who.client.post(`${who.workspace}/posts`, { networks }), 201)
  const x = await make(['x', 'threads'])
  await make(['linkedin'])
  const found = await who.client.json<{ items: Post[] }>(`${who.workspace}/posts?network=x`)
  expect(found.items.map(({ id }) => id)).toEqual([x.id])
  await refused(who.client.get(`${who.workspace}/posts?network=myspace`), 400, 'invalid_request')
})

test.each([
  ['a text of 20,001 characters', { versions: { x: { body: 'x'.repeat(20_001) } } }],
  ['51 parts', { versions: { x: { thread: Array(51).fill('x') } } }],
  ['36 pictures', { media: Array.from({ length: 36 }, (_, n) => ({ assetId: `a${n}` })) }],
  ['a network that is none', { versions: { myspace: { body: 'x' } } }],
  ['an unknown part', { versions: { x: { likes: 5 } } }],
  ['an unknown reason', { reason: 'magic' }],
])('refuses %s', async (_, body) => {
  const post = await create({})
  const problem: Problem = await refused(ada.client.patch(at(post), body), 400, 'invalid_request')
  expect(problem.fields?.length).toBeGreaterThan(0)
})

test('a brand of the workspace is kept', async () => {
  const brand = await jsonOf<Brand>(
    ada.client.post(`${ada.workspace}/brands`, { name: 'Hearth' }),
    201,
  )
  expect((await create({ brandId: brand.id })).brandId).toBe(brand.id)
})
