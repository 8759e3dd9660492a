import {
  type Asset,
  limitsSchema,
  networks,
  type Post,
  type Preflight,
  preflightSchema,
} from '@rheos/contract'
import { limits } from '@rheos/preflight'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { jsonOf, refused } from './asking.ts'

let studio: TestStudio
let person: SignedUp
let picture: Asset

beforeAll(async () => {
  studio = await startStudio()
  person = await studio.signUp()
  picture = await uploaded()
})
afterAll(() => studio.close())

async function uploaded(who = person): Promise<Asset> {
  const png = await sharp({ create: { width: 300, height: 900, channels: 3, background: '#a30' } })
    .png()
    .toBuffer()
  const form = new FormData()
  form.set('file', new File([new Uint8Array(png)], 'tall.png'))
  return jsonOf<Asset>(who.client.request('POST', `${who.workspace}/assets`, { body: form }), 201)
}

async function checked(request: unknown): Promise<Preflight> {
  const answer = await jsonOf(person.client.post(`${person.workspace}/preflight`, request), 200)
  return preflightSchema.parse(answer)
}

const codes = (report: Preflight, network: string) =>
  report.networks.find((each) => each.network === network)?.findings.map(({ code }) => code)

describe('limits', () => {
  test('are told to everybody, with the day they were checked', async () => {
    const answer = await studio.visitor().json('/api/v1/limits')
    const told = limitsSchema.strict().parse(answer)
    expect(told.networks).toEqual(Object.values(limits))
    expect(told.networks.map(({ network }) => network)).toEqual(
      expect.arrayContaining([...networks]),
    )
  })
})

describe('a post that is not kept', () => {
  test('is told what each network would say', async () => {
    const report = await checked({
      body: 'word '.repeat(80),
      networks: ['linkedin', 'x', 'youtube'],
    })
    expect(report.networks.map(({ network, ready }) => [network, ready])).toEqual([
      ['linkedin', true],
      ['x', false],
      ['youtube', false],
    ])
    expect(codes(report, 'x')).toEqual(['text.too_long'])
    expect(codes(report, 'youtube')).toEqual(['title.missing', 'media.missing'])
    expect(report.networks[1]?.findings[0]?.fixes.map(({ kind }) => kind)).toEqual([
      'split',
      'split',
      'trim',
    ])
  })

  test('is checked with the pictures that it names, as they lie in the library', async () => {
    const media = [{ assetId: picture.id, alt: 'A tall tower' }]
    const report = await checked({ type: 'image', body: 'Look', media, networks: ['instagram'] })
    expect(codes(report, 'instagram')).toEqual(['media.type', 'media.aspect', 'media.too_small'])
    expect(report.networks[0]?.findings[1]).toMatchObject({
      assetId: picture.id,
      fixes: [{ kind: 'crop', media: 0, assetId: picture.id, aspect: { width: 4, height: 5 } }],
    })
  })

  test('has its own text and pictures for a network that has a version', async () => {
    const report = await checked({
      body: 'word '.repeat(80),
      versions: {
        x: { body: 'Short', thread: ['and more', ' '] },
        instagram: { media: [{ assetId: picture.id }] },
      },
      networks: ['x', 'instagram', 'bluesky', 'x'],
    })
    expect(report.networks.map(({ network }) => network)).toEqual(['x', 'instagram', 'bluesky'])
    expect(codes(report, 'x')).toEqual(['thread.part_empty'])
    expect(codes(report, 'instagram')).toContain('alt.missing')
    expect(codes(report, 'bluesky')).toEqual(['text.too_long'])
  })

  test.each([
    ['no network', { body: 'Hello', networks: [] }],
    ['a network that is none', { body: 'Hello', networks: ['myspace'] }],
    ['a text of 20,001 characters', { body: 'x'.repeat(20_001), networks: ['x'] }],
    ['a field that is not known', { body: 'Hello', networks: ['x'], likes: 5 }],
    ['36 pictures', { networks: ['x'], media: Array(36).fill({ assetId: 'a' }) }],
  ])('with %s is refused', async (_, request) => {
    const answer = person.client.post(`${person.workspace}/preflight`, request)
    await refused(answer, 400, 'invalid_request')
  })

  test('cannot name a picture of others, one that is none, or one that was deleted', async () => {
    const stranger = await studio.signUp()
    const theirs = await uploaded(stranger)
    const deleted = await uploaded()
    await person.client.delete(`${person.workspace}/assets/${deleted.id}`)
    for (const assetId of [theirs.id, 'none', deleted.id]) {
      for (const named of [
        { media: [{ assetId: picture.id }, { assetId }] },
        { versions: { facebook: { media: [{ assetId }] } } },
      ]) {
        const request = { body: 'Hello', networks: ['x'], ...named }
        const answer = person.client.post(`${person.workspace}/preflight`, request)
        await refused(answer, 404, 'not_found')
      }
    }
  })

  test('of many pictures takes one statement for them all', async () => {
    const media = Array.from({ length: 35 }, () => ({ assetId: picture.id, alt: 'Again' }))
    const { pool } = studio.context.database
    const query = pool.query.bind(pool) as (...given: unknown[]) => unknown
    const asked: string[] = []
    Object.assign(pool, {
      query: (...given: unknown[]) => {
        asked.push(JSON.stringify(given[0]))
        return query(...given)
      },
    })
    try {
      await checked({ body: 'Hello', media, networks: [...networks] })
    } finally {
      Object.assign(pool, { query })
    }
    expect(asked.filter((text) => text.includes('assets'))).toHaveLength(1)
  })
})

describe('a post that is kept', () => {
  async function kept(post: unknown): Promise<string> {
    const made = await jsonOf<Post>(person.client.post(`${person.workspace}/posts`, post), 201)
    return `${person.workspace}/posts/${made.id}/preflight`
  }

  test('is checked for its networks', async () => {
    const path = await kept({ body: 'Hello #a #b #c', networks: ['x', 'threads'] })
    const report = preflightSchema.parse(await person.client.json(path))
    expect(report.networks.map(({ ready }) => ready)).toEqual([true, true])
    expect(codes(report, 'x')).toEqual(['hashtags.many'])
    expect(codes(report, 'threads')).toEqual(['hashtags.only_first'])
  })

  test('has nothing to say where it goes nowhere', async () => {
    expect(await person.client.json(await kept({ body: 'Hello' }))).toEqual({ networks: [] })
  })

  test('says which picture was deleted since', async () => {
    const gone = await uploaded()
    const media = [{ assetId: gone.id, alt: 'Gone soon' }]
    const path = await kept({ body: 'Hello', media, networks: ['facebook'] })
    expect(codes(await person.client.json(path), 'facebook')).toEqual([])
    await person.client.delete(`${person.workspace}/assets/${gone.id}`)
    expect(codes(await person.client.json(path), 'facebook')).toEqual(['media.gone'])
  })

  test('is not there for another workspace', async () => {
    const path = await kept({ body: 'Ours', networks: ['x'] })
    const stranger = await studio.signUp()
    const theirs = path.replace(person.workspace, stranger.workspace)
    await refused(stranger.client.get(theirs), 404, 'not_found')
  })
})
