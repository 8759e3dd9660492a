import type { Brand, NewWriting, Post, Posts, Usage, WritingEvent } from '@rheos/contract'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { providerEnvironment } from '../acceptance/provider-environment.ts'
import { type OpenaiStandIn, startOpenaiStandIn } from '../providers/openai-stand-in.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { aPress, jsonOf, refused, until } from './asking.ts'

let standIn: OpenaiStandIn
let studio: TestStudio
let person: SignedUp

beforeAll(async () => {
  standIn = await startOpenaiStandIn()
  studio = await startStudio({ environment: providerEnvironment(standIn) })
  person = await studio.signUp()
})
afterEach(() => standIn.texts.reset())
afterAll(async () => {
  await studio.close()
  await standIn.close()
})

const quote = { version: 2, credits: 0 }
const idea = { title: 'The first cup', intent: 'prove', hook: 'Six.', angle: 'A morning.' }
const long = 'x'.repeat(20_000)
const post: NewWriting = { kind: 'post', direction: 'Our new oven', quote }

function ask(body: unknown, { who = person, headers = {}, signal }: Asked = {}): Promise<Response> {
  return who.client.request('POST', `${who.workspace}/writing`, {
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  })
}
interface Asked {
  readonly who?: SignedUp
  readonly headers?: Record<string, string>
  readonly signal?: AbortSignal
}

async function events(answer: Response): Promise<WritingEvent[]> {
  expect(answer.headers.get('content-type')).toBe('text/event-stream')
  const blocks = (await answer.text()).split('\n\n').filter((block) => block !== '')
  return blocks.map((block) => {
    const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? []
    const event = JSON.parse(data ?? '') as WritingEvent
    expect(event.type).toBe(name)
    return event
  })
}

const posts = (who: SignedUp) => who.client.json<Posts>(`${who.workspace}/posts`)
const usage = (who: SignedUp) => who.client.json<Usage>(`${who.workspace}/credits/usage`)

describe('writing', () => {
  test('a post comes as it is written and is kept as a post, for nothing', async () => {
    const who = await studio.signUp()
    const told = await events(
      await ask({ ...post, network: 'bluesky', intent: 'connect' }, { who }),
    )
    const text = told.flatMap((event) => (event.type === 'text' ? [event.delta] : [])).join('')
    const done = told.at(-1)
    if (done?.type !== 'done') throw new Error('It did not end.')
    expect(text).not.toBe('')
    expect(done).toMatchObject({
      credits: 0,
      ideas: [],
      post: {
        state: 'draft',
        writtenBy: 'ai',
        body: text.trim(),
        networks: ['bluesky'],
        intent: 'connect',
      },
    })
    expect(done.post?.title).not.toBe('')
    expect((await posts(who)).items).toEqual([done.post])
    expect((await usage(who)).items).toMatchObject([
      { action: 'text.post', credits: 0, outcome: 'free' },
    ])
  })

  test('words that a person changes are the person’s', async () => {
    const told = await events(await ask({ ...post, kind: 'caption' }))
    const done = told.at(-1)
    if (done?.type !== 'done' || done.post === null) throw new Error('It kept no draft.')
    const path = `${person.workspace}/posts/${done.post.id}`
    const moved = await jsonOf<Post>(person.client.patch(path, { networks: ['x'] }), 200)
    expect(moved.writtenBy).toBe('ai')
    const edited = await jsonOf<Post>(person.client.patch(path, { body: 'Mine' }), 200)
    expect(edited.writtenBy).toBe('hand')
  })

  test('ideas come one by one, and are told again at the end', async () => {
    const told = await events(await ask({ kind: 'ideas', avoid: ['Seen'], quote }))
    const ideas = told.flatMap((event) => (event.type === 'idea' ? [event.idea] : []))
    expect(ideas).toHaveLength(3)
    expect(told.at(-1)).toMatchObject({ type: 'done', post: null, ideas, credits: 0 })
  })

  test('an idea becomes a post of its title and intent, and the brand is told of', async () => {
    const who = await studio.signUp()
    const brand = await jsonOf<Brand>(
      who.client.post(`${who.workspace}/brands`, { name: 'Hearth & Crumb' }),
      201,
    )
    const told = await events(await ask({ kind: 'post', idea, brandId: brand.id, quote }, { who }))
    expect(told.at(-1)).toMatchObject({
      post: { title: 'The first cup', intent: 'prove', brandId: brand.id },
    })
    const call = JSON.stringify(standIn.textCalls.at(-1)?.body)
    expect(call).toContain('Hearth & Crumb')
    expect(call).toContain('The first cup')
  })

  test('the same press again is answered with what was kept', async () => {
    const who = await studio.signUp()
    const headers = aPress()
    const first = await events(await ask(post, { who, headers }))
    const calls = standIn.textCalls.length
    const again = await events(await ask(post, { who, headers }))
    expect(again).toEqual([first.at(-1)])
    expect(standIn.textCalls).toHaveLength(calls)
    expect((await posts(who)).items).toHaveLength(1)
    await refused(
      ask({ ...post, direction: 'Another' }, { who, headers }),
      409,
      'idempotency_conflict',
    )
  })
})

describe('what fails', () => {
  test('before the first word is an ordinary problem, and keeps nothing', async () => {
    const who = await studio.signUp()
    standIn.texts.always({ kind: 'refuse' })
    await refused(ask(post, { who }), 422, 'provider_refused')
    standIn.texts.always({ kind: 'hang' })
    await refused(ask(post, { who }), 504, 'provider_timeout')
    expect((await posts(who)).items).toEqual([])
    expect((await usage(who)).items).toMatchObject([
      { outcome: 'not_charged' },
      { outcome: 'not_charged' },
    ])
  })

  test('after the first word is told in the stream, and keeps nothing', async () => {
    const who = await studio.signUp()
    standIn.texts.next({ kind: 'cut-midway' })
    const told = await events(await ask(post, { who }))
    expect(told[0]).toMatchObject({ type: 'text' })
    expect(told.at(-1)).toMatchObject({ type: 'problem', problem: { code: 'provider_failed' } })
    expect((await posts(who)).items).toEqual([])
  })

  test('a person who goes away cancels', async () => {
    const who = await studio.signUp()
    standIn.texts.always({ kind: 'hang' })
    const calls = standIn.textCalls.length
    const gone = new AbortController()
    const answer = ask(post, { who, signal: gone.signal }).catch(() => 'gone')
    await until(async () => (standIn.textCalls.length > calls ? true : undefined))
    gone.abort()
    expect(await answer).toBe('gone')
    const ended = await until(async () => {
      const [item] = (await usage(who)).items
      return item?.outcome === 'in_progress' ? undefined : item
    }, 1500)
    expect(ended).toMatchObject({ outcome: 'not_charged' })
    expect((await posts(who)).items).toEqual([])
  })

  test.each([
    ['no direction and no idea', { kind: 'post', quote }],
    ['an empty direction', { kind: 'caption', direction: '  ', quote }],
    ['a direction of 20,000 characters', { ...post, direction: 'x'.repeat(20_000) }],
    ['another kind', { ...post, kind: 'novel' }],
    ['another network', { ...post, network: 'myspace' }],
    ['another intent', { ...post, intent: 'annoy' }],
    ['an unknown field', { ...post, temperature: 2 }],
    ['an idea of 20,000 characters', { kind: 'post', idea: { ...idea, angle: long }, quote }],
    ['an idea with an unknown field', { kind: 'post', idea: { ...idea, model: 'x' }, quote }],
    ['61 titles to avoid', { kind: 'ideas', avoid: Array(61).fill('Seen'), quote }],
    ['ideas from an idea', { kind: 'ideas', idea: {}, quote }],
    ['no quote', { kind: 'post', direction: 'x' }],
  ])('%s is refused', async (_, body) => {
    await refused(ask(body), 400, 'invalid_request')
  })

  test('a price that is not the present one, and a brand that is not there', async () => {
    await refused(ask({ ...post, quote: { version: 1, credits: 5 } }), 409, 'price_changed')
    await refused(ask({ ...post, brandId: 'none' }), 404, 'not_found')
  })
})
