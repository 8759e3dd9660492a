import type { Asset, Brand, Formulas, KeptPosts, Post, Usage, WritingEvent } from '@rheos/contract'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { providerEnvironment } from '../acceptance/provider-environment.ts'
import { type OpenaiStandIn, startOpenaiStandIn } from '../providers/openai-stand-in.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { aPress, draw, jsonOf, refused } from './asking.ts'

let standIn: OpenaiStandIn
/** One with models of a provider, one without. */
const studios: Record<string, TestStudio> = {}
const people: Record<string, SignedUp> = {}

beforeAll(async () => {
  standIn = await startOpenaiStandIn()
  studios['a provider'] = await startStudio({ environment: providerEnvironment(standIn) })
  studios['built in'] = await startStudio()
  for (const [name, studio] of Object.entries(studios)) people[name] = await studio.signUp()
})
afterEach(() => standIn.texts.reset())
afterAll(async () => {
  for (const studio of Object.values(studios)) await studio.close()
  await standIn.close()
})

const names = ['a provider', 'built in'] as const
const quote = { version: 2, credits: 0 }
const text = 'We open on Sundays from 1 June. It is really very quiet then. Come by for bread.'
const slideTexts = ['cover', 'point', 'point', 'close'].map((role) => ({
  role,
  heading: 'Bread at dawn',
  body: 'We bake while you sleep.',
}))

function personOf(name: string): SignedUp {
  const person = people[name]
  if (person === undefined) throw new Error(`There is nobody at ${name}.`)
  return person
}

async function ask(
  { client, workspace }: SignedUp,
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return client.post(`${workspace}/writing`, { quote, ...body }, headers)
}

async function told(answer: Response): Promise<WritingEvent[]> {
  const said = await answer.text()
  expect(`${answer.status} ${said}`).toMatch(/^200 /)
  const blocks = said.split('\n\n').filter((block) => block !== '')
  return blocks.map((block) => JSON.parse(block.split('\ndata: ')[1] ?? '') as WritingEvent)
}

async function doneOf(answer: Response) {
  const done = (await told(answer)).at(-1)
  if (done?.type !== 'done') throw new Error(`It did not end: ${JSON.stringify(done)}`)
  return done
}

async function picture(
  { client, workspace }: SignedUp,
  name = 'harbour-at-dawn.png',
): Promise<Asset> {
  const bytes = await sharp({
    create: { width: 240, height: 120, channels: 3, background: '#1d3a8a' },
  })
    .png()
    .toBuffer()
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), name)
  return jsonOf<Asset>(client.request('POST', `${workspace}/assets`, { body: form }), 201)
}

describe.each(names)('with %s', (name) => {
  test('a stretch of text is rewritten as it comes, and the same press gets the same answer', async () => {
    const person = personOf(name)
    const post = await jsonOf<Post>(
      person.client.post(`${person.workspace}/posts`, { body: text }),
      201,
    )
    const body = {
      kind: 'rewrite',
      text,
      before: 'Before.',
      after: 'After.',
      instruction: 'half as long',
      postId: post.id,
    }
    const press = aPress()
    const events = await told(await ask(person, body, press))
    const done = events.at(-1)
    const shown = events.map((event) => (event.type === 'text' ? event.delta : '')).join('')
    expect(done).toMatchObject({
      type: 'done',
      text: shown.trim(),
      post: null,
      credits: 0,
      note: null,
    })
    expect(shown.trim()).not.toBe(text)
    expect(await told(await ask(person, body, press))).toEqual([done])
    const [used] = (await person.client.json<Usage>(`${person.workspace}/credits/usage`)).items
    expect(used).toMatchObject({ action: 'text.rewrite', credits: 0, outcome: 'free' })
    expect(await person.client.json<Post>(`${person.workspace}/posts/${post.id}`)).toEqual(post)
  })

  test('a version fits its network', async () => {
    standIn.texts.always({ kind: 'say', text: `${text} `.repeat(10) })
    const done = await doneOf(
      await ask(personOf(name), { kind: 'version', text: text.repeat(6), network: 'x' }),
    )
    expect(done.text?.length).toBeLessThanOrEqual(280)
    expect(done.text).toMatch(/^We open on Sundays from 1 June\./)
  })

  test('hashtags', async () => {
    standIn.texts.always({
      kind: 'say',
      text: '{"hashtags":["#Sunday bread","Leeds","#leeds","<b>"]}',
    })
    const done = await doneOf(await ask(personOf(name), { kind: 'hashtags', text, count: 2 }))
    expect(done.hashtags).toEqual(
      name === 'built in' ? ['#Sundays', '#Quiet'] : ['#Sundaybread', '#Leeds'],
    )
  })

  test('an alt text says what is to be seen, and what is only known', async () => {
    const person = personOf(name)
    const asset = await picture(person)
    standIn.texts.always({ kind: 'say', text: 'A dark blue wall.' })
    const calls = standIn.textCalls.length
    const { text: said } = await doneOf(await ask(person, { kind: 'alt', assetId: asset.id }))
    if (name === 'built in')
      expect(said).toBe('A wide picture, mainly blue. Its file is called “harbour at dawn”.')
    else {
      expect(said).toBe('A dark blue wall.')
      expect(JSON.stringify(standIn.textCalls[calls]?.body)).toContain('data:image/jpeg;base64,')
    }
  })

  test('an alt text of a generated picture', async () => {
    if (name !== 'built in') return
    const { assets } = await draw(personOf(name), { prompt: 'a cup on a wet table' })
    const done = await doneOf(await ask(personOf(name), { kind: 'alt', assetId: assets[0]?.id }))
    expect(done.text).toBe('A cup on a wet table.')
  })

  test('an image prompt from a post', async () => {
    const person = personOf(name)
    const post = await jsonOf<Post>(
      person.client.post(`${person.workspace}/posts`, { body: text }),
      201,
    )
    const done = await doneOf(await ask(person, { kind: 'image_prompt', postId: post.id }))
    expect(done.text?.length).toBeGreaterThan(20)
    if (name === 'built in') expect(done.text).toContain('We open on Sundays from 1 June.')
    else expect(JSON.stringify(standIn.textCalls.at(-1)?.body)).toContain('We open on Sundays')
  })

  test('slides come one by one in their roles, and are rewritten by one instruction', async () => {
    standIn.texts.always({ kind: 'say', text: JSON.stringify({ slides: slideTexts }) })
    const asked = {
      kind: 'slides',
      structureId: 'point-per-slide',
      direction: 'Our bread',
      count: 4,
    }
    const events = await told(await ask(personOf(name), asked))
    const set = events.flatMap((event) => (event.type === 'slide' ? [event.slide] : []))
    expect(set.map(({ role }) => role)).toEqual(['cover', 'point', 'point', 'close'])
    const done = events.at(-1)
    expect(done).toMatchObject({ type: 'done', slides: set, text: null, post: null })
    const given = set.map((slide) => ({ ...slide, body: 'Our favourite colour is grey.' }))
    const again = await doneOf(
      await ask(personOf(name), { ...asked, slides: given, instruction: 'US English' }),
    )
    expect(again.slides).toHaveLength(4)
    if (name === 'built in') expect(again.slides[1]?.body).toBe('Our favorite color is gray.')
  })

  test('ideas of several intents and one hook, with what is behind them', async () => {
    const person = personOf(name)
    const brand = await jsonOf<Brand>(
      person.client.post(`${person.workspace}/brands`, { name: 'Hearth' }),
      201,
    )
    const asked = {
      kind: 'ideas',
      direction: 'Our bread',
      brandId: brand.id,
      intents: ['connect', 'entertain'],
      hook: 'two-kinds',
    }
    const done = await doneOf(
      await ask(person, { ...asked, postType: 'image', callToAction: 'tell-us' }),
    )
    expect(done.ideas).toHaveLength(3)
    expect(new Set(done.ideas.map(({ title }) => title)).size).toBe(3)
    for (const { intent, hookId } of done.ideas) {
      expect(['connect', 'entertain']).toContain(intent)
      expect(hookId).toBe('two-kinds')
    }
    const one = await doneOf(
      await ask(person, { ...asked, count: 1, avoid: done.ideas.map(({ title }) => title) }),
    )
    expect(one.ideas).toHaveLength(1)
    await person.client.request('DELETE', `${person.workspace}/brands/${brand.id}`)
  })

  test('a post goes to its networks, with its hook and type', async () => {
    const asked = {
      kind: 'post',
      direction: 'Our bread',
      networks: ['linkedin', 'x'],
      hook: 'question',
      postType: 'image',
    }
    const { post, text: said } = await doneOf(await ask(personOf(name), asked))
    expect(post).toMatchObject({
      networks: ['linkedin', 'x'],
      hook: 'question',
      type: 'image',
      body: said,
    })
  })
})

describe('ideas are kept', () => {
  const given = (title: string) => ({
    title,
    intent: 'connect',
    hook: `${title}.`,
    hookId: 'question',
    angle: 'Ask it.',
    details: { outline: ['One', 'Two'], audience: '', theme: '', reason: '' },
  })
  const keep = (who: SignedUp, body: unknown) => who.client.post(`${who.workspace}/ideas`, body)

  test('several at once, the first on top', async () => {
    const who = personOf('built in')
    const body = { ideas: [given('First'), given('Second')], networks: ['x'], postType: 'carousel' }
    const { items } = await jsonOf<KeptPosts>(keep(who, body), 201)
    expect(items).toMatchObject([
      { title: 'First', state: 'idea', hook: 'question', networks: ['x'], type: 'carousel' },
      { title: 'Second', body: 'Second.\n\nAsk it.\n\n– One\n– Two', writtenBy: 'ai' },
    ])
    const listed = await who.client.json<{ items: Post[] }>(`${who.workspace}/posts?limit=2`)
    expect(listed.items).toEqual(items)
    const draft = await jsonOf<KeptPosts>(keep(who, { ideas: [given('A')], state: 'draft' }), 201)
    expect(draft.items[0]?.state).toBe('draft')
  })

  test.each([
    ['none', { ideas: [] }],
    ['thirteen', { ideas: Array(13).fill(given('A')) }],
    ['another state', { ideas: [given('A')], state: 'published' }],
    ['an unknown field', { ideas: [{ ...given('A'), model: 'x' }] }],
  ])('not: %s', async (_, body) => {
    await refused(keep(personOf('built in'), body), 400, 'invalid_request')
  })

  test('of another workspace’s brand: none of them', async () => {
    const who = personOf('built in')
    await refused(keep(who, { ideas: [given('A')], brandId: 'none' }), 404, 'not_found')
  })
})

describe('what is refused', () => {
  const slides = { kind: 'slides', structureId: 'story-arc' }
  test.each([
    ['a rewriting of nothing', { kind: 'rewrite', text: '  ', instruction: 'shorter' }],
    ['a rewriting without an instruction', { kind: 'rewrite', text, instruction: ' ' }],
    [
      'a text of 50,000 characters',
      { kind: 'rewrite', text: 'x'.repeat(50_000), instruction: 'shorter' },
    ],
    ['a version for nowhere', { kind: 'version', text }],
    ['no hashtags', { kind: 'hashtags', text, count: 0 }],
    ['an image prompt for nothing', { kind: 'image_prompt' }],
    ['slides about nothing', slides],
    ['slides of no structure', { ...slides, structureId: 'spiral', direction: 'x' }],
    ['slides with nothing to change', { ...slides, slides: slideTexts }],
    ['21 slides', { ...slides, direction: 'x', count: 21 }],
    ['a hook that is none', { kind: 'ideas', hook: 'shout' }],
    ['a call to action that is none', { kind: 'post', direction: 'x', callToAction: 'shout' }],
    ['four ideas', { kind: 'ideas', count: 4 }],
    ['an unknown field', { kind: 'hashtags', text, temperature: 1 }],
  ])('%s', async (_, body) => {
    await refused(ask(personOf('built in'), body), 400, 'invalid_request')
  })

  test('what belongs to another workspace is not there', async () => {
    const studio = studios['built in']
    if (studio === undefined) throw new Error('There is no studio.')
    const eve = await studio.signUp()
    const ada = personOf('built in')
    const asset = await picture(ada)
    const post = await jsonOf<Post>(ada.client.post(`${ada.workspace}/posts`, { body: text }), 201)
    const bodies = [
      { kind: 'alt', assetId: asset.id },
      { kind: 'image_prompt', postId: post.id },
      { kind: 'rewrite', text, instruction: 'shorter', postId: post.id },
      { kind: 'version', text, network: 'x', postId: post.id },
      { kind: 'hashtags', text, postId: post.id },
      { kind: 'slides', structureId: 'story-arc', direction: 'x', postId: post.id },
    ]
    for (const body of bodies) await refused(ask(eve, body), 404, 'not_found')
  })

  test('what the built-in writer cannot do, in a sentence, for nothing', async () => {
    const body = { kind: 'rewrite', text, instruction: 'translate to Japanese' }
    const problem = await refused(ask(personOf('built in'), body), 422, 'provider_refused')
    expect(problem.detail).toMatch(/^The built-in writer cannot translate\./)
    expect(problem.charged).toBe(0)
  })
})

test('the formulas are there for everybody', async () => {
  const answer = await personOf('built in').client.json<Formulas>('/api/v1/formulas')
  expect(answer.hooks.length).toBeGreaterThanOrEqual(36)
  expect(answer.carouselStructures).toHaveLength(7)
})
