import type { Accepted, Brand, Credits, Generation, Generations } from '@rheos/contract'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { providerEnvironment } from '../acceptance/provider-environment.ts'
import { subscribe } from '../billing/subscribe.ts'
import { type OpenaiStandIn, startOpenaiStandIn } from '../providers/openai-stand-in.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { aPress, draw, ended, imageRequest, jsonOf, refused, until } from './asking.ts'

let standIn: OpenaiStandIn
let studio: TestStudio
let person: SignedUp

beforeAll(async () => {
  standIn = await startOpenaiStandIn()
  studio = await startStudio({ environment: providerEnvironment(standIn) })
  person = await studio.signUp()
})
afterEach(() => standIn.images.reset())
afterAll(async () => {
  await studio.close()
  await standIn.close()
})

const credits = (who = person) => who.client.json<Credits>(`${who.workspace}/credits`)

describe('asking for images', () => {
  test('an image is set aside for, drawn, kept in the library and paid', async () => {
    const who = await studio.signUp()
    const accepted = await jsonOf<Accepted>(
      who.client.post(
        `${who.workspace}/generations`,
        imageRequest({ aspect: 'portrait' }),
        aPress(),
      ),
      202,
    )
    expect(accepted).toMatchObject({ credits: { held: 5 } })
    const generation = await ended(who, accepted.id)
    expect(generation).toMatchObject({
      status: 'succeeded',
      image: {
        prompt: 'Fresh bread every morning',
        tier: 'standard',
        aspect: 'portrait',
        count: 1,
      },
      credits: { held: 0, spent: 5, released: 0 },
      assets: [
        {
          kind: 'generated',
          width: 819,
          height: 1024,
          watermarked: true,
          generationId: accepted.id,
          made: { prompt: 'Fresh bread every morning', credits: 5, builtIn: false },
        },
      ],
    })
    expect(generation.assets[0]?.alt).not.toBe('')
    expect(await credits(who)).toMatchObject({ balance: 395, held: 0, spent: 5 })
    const listed = await who.client.json<Generations>(`${who.workspace}/generations`)
    expect(listed.items).toEqual([generation])
  })

  test('3 of 4 images delivered are paid for, and it says so', async () => {
    standIn.images.onCall(2, { kind: 'not-an-image' })
    const generation = await draw(person, { count: 4 })
    expect(generation).toMatchObject({
      status: 'succeeded',
      credits: { held: 0, spent: 15, released: 5 },
      note: '3 of 4 images were delivered; you paid for 3.',
    })
    expect(generation.assets).toHaveLength(3)
  })

  test('a refusal of the service is told and costs nothing', async () => {
    standIn.images.always({ kind: 'refuse' })
    const before = await credits()
    const generation = await draw(person, { count: 2 })
    expect(generation).toMatchObject({
      status: 'failed',
      assets: [],
      credits: { held: 0, spent: 0, released: 10 },
      error: { code: 'provider_refused' },
    })
    expect(await credits()).toMatchObject({ balance: before.balance, available: before.available })
  })

  test('cancelled, it delivers and charges what was complete by then', async () => {
    standIn.images.always({ kind: 'hang' })
    standIn.images.next({ kind: 'ok' })
    const { id } = await jsonOf<Accepted>(
      person.client.post(`${person.workspace}/generations`, imageRequest({ count: 3 }), aPress()),
      202,
    )
    const path = `${person.workspace}/generations/${id}`
    const drawn = await until(async () => {
      const found = await person.client.json<Generation>(path)
      return found.progress?.done === 1 ? found : undefined
    })
    // Nothing can be seen before it is paid.
    expect(drawn.assets).toEqual([])
    await jsonOf<Generation>(person.client.post(`${path}/cancel`), 200)
    expect(await ended(person, id)).toMatchObject({
      status: 'cancelled',
      assets: [{}],
      credits: { held: 0, spent: 5, released: 10 },
      note: '1 of 3 images had been drawn when this was stopped; you paid for 1.',
    })
  })

  test('the same key again is the same press; with another body it is refused', async () => {
    const key = aPress()
    const path = `${person.workspace}/generations`
    const first = await jsonOf<Accepted>(person.client.post(path, imageRequest(), key), 202)
    const again = await jsonOf<Accepted>(person.client.post(path, imageRequest(), key), 202)
    expect(again.id).toBe(first.id)
    await ended(person, first.id)
    const other = imageRequest({ prompt: 'Something else' })
    await refused(person.client.post(path, other, key), 409, 'idempotency_conflict')
  })

  test('a brand that is not there is refused before anything is set aside', async () => {
    const answer = person.client.post(
      `${person.workspace}/generations`,
      imageRequest({ brandId: 'none' }),
      aPress(),
    )
    await refused(answer, 404, 'not_found')
  })

  test('an image for a brand tells the service of the brand, and is filed under it', async () => {
    const who = await studio.signUp()
    const brand = await jsonOf<Brand>(
      who.client.post(`${who.workspace}/brands`, { name: 'Hearth & Crumb' }),
      201,
    )
    const generation = await draw(who, { brandId: brand.id })
    expect(generation.assets[0]?.brandId).toBe(brand.id)
    expect(JSON.stringify(standIn.imageCalls.at(-1)?.body)).toContain('Hearth & Crumb')
  })
})

describe('bad requests', () => {
  const long = 'x'.repeat(20_000)
  test.each([
    ['count "2"', { count: '2' }, 'count'],
    ['count 1.5', { count: 1.5 }, 'count'],
    ['count 0', { count: 0 }, 'count'],
    ['count 5', { count: 5 }, 'count'],
    ['count -1', { count: -1 }, 'count'],
    ['no count', { count: null }, 'count'],
    ['an empty prompt', { prompt: '  ' }, 'prompt'],
    ['a prompt of 20,000 characters', { prompt: long }, 'prompt'],
    ['a prompt that is a list', { prompt: ['a'] }, 'prompt'],
    ['another tier', { tier: 'ultra' }, 'tier'],
    ['another aspect', { aspect: '9:16' }, 'aspect'],
    ['another kind', { kind: 'video' }, 'kind'],
    ['an unknown field', { model: 'x' }, 'model'],
    ['no quote', { quote: undefined }, 'quote'],
    ['a quote of floats', { quote: { version: 2, credits: 5.5 } }, 'credits'],
  ])('%s', async (_, changes, where) => {
    const body = { ...imageRequest(), ...changes }
    const answer = person.client.post(`${person.workspace}/generations`, body, aPress())
    const problem = await refused(answer, 400, 'invalid_request')
    expect(problem.detail).toContain(where)
  })

  test('a key that is missing or cannot be one', async () => {
    const path = `${person.workspace}/generations`
    const missing = await refused(person.client.post(path, imageRequest()), 400, 'invalid_request')
    expect(missing.detail).toContain('idempotency-key')
    for (const key of ['a b', 'x'.repeat(201)]) {
      const answer = person.client.post(path, imageRequest(), { 'idempotency-key': key })
      await refused(answer, 400, 'invalid_request')
    }
  })

  test('bad pages of a list', async () => {
    for (const query of ['limit=0', 'limit=101', 'limit=x', 'cursor=%00', 'cursor=abc', 'kind=x']) {
      await refused(
        person.client.get(`${person.workspace}/generations?${query}`),
        400,
        'invalid_request',
      )
    }
  })

  test('a price that is not the present one', async () => {
    const body = imageRequest({ quote: { version: 1, credits: 10 } })
    const answer = person.client.post(`${person.workspace}/generations`, body, aPress())
    const problem = await refused(answer, 409, 'price_changed')
    expect(problem.quote).toEqual({ version: 2, credits: 5 })
  })
})

test('a list is read page by page, each generation once', async () => {
  const who = await studio.signUp()
  const ids: string[] = []
  for (let n = 0; n < 5; n += 1) ids.unshift((await draw(who)).id)
  const read: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Generations = await who.client.json<Generations>(
      `${who.workspace}/generations?limit=2${cursor && `&cursor=${cursor}`}`,
    )
    read.push(...page.items.map((item) => item.id))
    cursor = page.next
  }
  expect(read).toEqual(ids)
})

describe('what is served', () => {
  test('carries the mark on Free; an upgrade lifts it at once', async () => {
    const who = await studio.signUp()
    const [asset] = (await draw(who)).assets
    const marked = await who.client.get(asset?.url ?? '')
    expect(marked.status).toBe(200)
    expect(marked.headers.get('content-type')).toMatch(/^image\/(png|webp|jpeg)$/)
    expect(marked.headers.get('cache-control')).toBe('private, no-cache')
    expect(marked.headers.get('x-content-type-options')).toBe('nosniff')
    const markedPixels = await pixels(marked)
    await subscribe(who, 'business')
    const etag = { 'if-none-match': marked.headers.get('etag') ?? '' }
    const lifted = await who.client.get(asset?.url ?? '', etag)
    expect(lifted.status).toBe(200)
    const liftedPixels = await pixels(lifted)
    expect(liftedPixels.width).toBe(1024)
    expect(markedPixels.data.equals(liftedPixels.data)).toBe(false)
    const { assets } = await who.client.json<Generation>(
      `${who.workspace}/generations/${asset?.generationId}`,
    )
    expect(assets[0]?.watermarked).toBe(false)
  })

  test('is not sent again while it is the same', async () => {
    const [asset] = (await draw(person)).assets
    const first = await person.client.get(asset?.thumbnailUrl ?? '')
    const etag = first.headers.get('etag') ?? ''
    await first.arrayBuffer()
    const again = await person.client.get(asset?.thumbnailUrl ?? '', { 'if-none-match': etag })
    expect(again.status).toBe(304)
  })

  test('comes in the width and format that were asked for, with a name to keep it by', async () => {
    const [asset] = (await draw(person)).assets
    const answer = await person.client.get(`${asset?.url}?width=320&format=jpeg&download=1`)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(answer.headers.get('content-disposition')).toContain(
      'attachment; filename="Fresh bread every morning.jpg"',
    )
    expect((await pixels(answer)).width).toBe(320)
    await refused(person.client.get(`${asset?.url}?width=321`), 400, 'invalid_request')
    await refused(person.client.get(`${asset?.url}?format=svg`), 400, 'invalid_request')
  })
})

async function pixels(answer: Response) {
  const image = sharp(Buffer.from(await answer.arrayBuffer()))
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width }
}
