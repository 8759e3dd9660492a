import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Accepted, Asset, Credits, Generation, Generations, Usage } from '@rheos/contract'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { providerEnvironment } from '../acceptance/provider-environment.ts'
import { type OpenaiStandIn, startOpenaiStandIn } from '../providers/openai-stand-in.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { aPress, draw, ended, imageRequest, jsonOf, refused } from './asking.ts'

let standIn: OpenaiStandIn
let studio: TestStudio
let person: SignedUp
let drawn: Asset

beforeAll(async () => {
  standIn = await startOpenaiStandIn()
  studio = await startStudio({ environment: providerEnvironment(standIn) })
  person = await studio.signUp()
  drawn = first(await draw(person, { prompt: 'A red barn' }))
})
afterEach(() => standIn.images.reset())
afterAll(async () => {
  await studio.close()
  await standIn.close()
})

function first({ assets }: Generation): Asset {
  const [asset] = assets
  if (asset === undefined) throw new Error('Nothing was made.')
  return asset
}

const credits = (who = person) => who.client.json<Credits>(`${who.workspace}/credits`)

function asked(action: string, asset: Pick<Asset, 'id'>, changes: Record<string, unknown> = {}) {
  const { count, tier = 'standard' } = changes
  const each = action === 'upscale' || tier === 'standard' ? 5 : 10
  return {
    kind: 'image',
    action,
    assetId: asset.id,
    ...(action === 'upscale' ? { factor: 2 } : { tier }),
    ...(action === 'variation' && { count: 1 }),
    ...((action === 'edit' || action === 'background') && { prompt: 'Make the sky pink' }),
    quote: { version: 2, credits: each * Number(count ?? 1) },
    ...changes,
  }
}

const press = (who: SignedUp, body: unknown, key = aPress()) =>
  who.client.post(`${who.workspace}/generations`, body, key)

async function changed(who: SignedUp, body: unknown): Promise<Generation> {
  return ended(who, (await jsonOf<Accepted>(press(who, body), 202)).id)
}

async function uploaded(who: SignedUp, bytes: Uint8Array, name = 'photo.jpg'): Promise<Asset> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  return jsonOf<Asset>(who.client.request('POST', `${who.workspace}/assets`, { body: form }), 201)
}

async function contentOf(who: SignedUp, { id }: Asset): Promise<string> {
  const answer = await who.client.get(`${who.workspace}/assets/${id}/content`)
  return Buffer.from(await answer.arrayBuffer()).toString('base64')
}

const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#335577' } })

describe('with a service that draws and edits', () => {
  test('a variation is the same prompt with a new seed, charged by picture', async () => {
    const before = (await credits()).balance
    const calls = standIn.imageCalls.length
    const generation = await changed(
      person,
      asked('variation', drawn, { tier: 'pro', count: 3, quote: { version: 2, credits: 30 } }),
    )
    expect(generation).toMatchObject({
      status: 'succeeded',
      image: { action: 'variation', prompt: 'A red barn', assetId: drawn.id, count: 3 },
      credits: { spent: 30 },
    })
    expect(generation.assets).toHaveLength(3)
    for (const asset of generation.assets) {
      expect(asset).toMatchObject({
        kind: 'generated',
        parentId: drawn.id,
        made: { action: 'variation', prompt: 'A red barn', tier: 'pro' },
      })
    }
    const bodies = standIn.imageCalls.slice(calls).map(({ body }) => JSON.stringify(body))
    expect(bodies).toHaveLength(3)
    for (const body of bodies) expect(body).toContain('A red barn')
    expect((await credits()).balance).toBe(before - 30)
  })

  test('an edit sends the picture with the instruction, and says what was changed', async () => {
    const generation = await changed(person, asked('edit', drawn, { tier: 'pro' }))
    expect(generation).toMatchObject({
      status: 'succeeded',
      image: { action: 'edit', prompt: 'Make the sky pink', width: 2048, height: 2048 },
      credits: { spent: 10 },
      assets: [
        {
          parentId: drawn.id,
          made: { action: 'edit', prompt: 'A red barn', instruction: 'Make the sky pink' },
          alt: 'AI-generated image: A red barn. Changed: Make the sky pink.',
        },
      ],
    })
    const form = standIn.editCalls.at(-1)?.body as Record<string, unknown>
    expect(form['prompt']).toContain('Make the sky pink')
    expect(form['model']).toBe('image-model-pro')
  })

  test('an edit by prompt draws again in the same shape', async () => {
    const edits = standIn.editCalls.length
    const body = asked('edit', drawn, { by: 'prompt', prompt: 'A blue barn' })
    const generation = await changed(person, body)
    expect(generation.assets[0]).toMatchObject({
      width: 1024,
      height: 1024,
      parentId: drawn.id,
      made: { action: 'edit', prompt: 'A blue barn' },
    })
    expect(standIn.editCalls).toHaveLength(edits)
    expect(JSON.stringify(standIn.imageCalls.at(-1)?.body)).toContain('A blue barn')
  })

  test('a variation of what was changed goes by the picture', async () => {
    const edited = first(await changed(person, asked('background', drawn)))
    expect(edited).toMatchObject({ made: { action: 'background' } })
    const edits = standIn.editCalls.length
    const generation = await changed(person, asked('variation', edited))
    expect(standIn.editCalls).toHaveLength(edits + 1)
    expect(first(generation)).toMatchObject({ parentId: edited.id, made: { action: 'variation' } })
  })

  test('what it cannot do is refused, and nothing is charged', async () => {
    const before = await credits()
    const problem = await refused(press(person, asked('upscale', drawn)), 422, 'edit_not_possible')
    expect(problem).toMatchObject({ charged: 0 })
    expect(problem.detail).toMatch(/cannot upscale/)
    expect(await credits()).toEqual(before)
    const about = await person.client.json<{ models: { imageActions: string[] } }>('/api/v1/about')
    expect(about.models.imageActions).toEqual(['generate', 'variation', 'edit', 'background'])
  })

  test.each([
    ['a refusal of the service', { kind: 'refuse' }, 'provider_refused'],
    ['words instead of a picture', { kind: 'not-an-image' }, 'provider_failed'],
    ['nothing', { kind: 'no-image' }, 'provider_failed'],
    ['silence', { kind: 'hang' }, 'provider_timeout'],
  ] as const)('%s costs nothing', async (_, behaviour, code) => {
    standIn.images.always(behaviour)
    const before = await credits()
    expect(await changed(person, asked('edit', drawn))).toMatchObject({
      status: 'failed',
      error: { code },
      credits: { held: 0, spent: 0, released: 5 },
      assets: [],
    })
    expect((await credits()).balance).toBe(before.balance)
  })

  test('the usage says what it was', async () => {
    const who = await studio.signUp()
    const own = first(await draw(who))
    await changed(who, asked('edit', own, { tier: 'pro' }))
    await changed(who, asked('variation', own))
    const { items } = await who.client.json<Usage>(`${who.workspace}/credits/usage`)
    expect(items.map(({ action, did, credits: spent }) => [action, did, spent])).toEqual([
      ['image.standard', 'variation', 5],
      ['image.pro', 'edit', 10],
      ['image.standard', null, 5],
    ])
    const { lines } = await who.client.json<{ lines: { action: { did: string | null } | null }[] }>(
      `${who.workspace}/credits/explanation`,
    )
    expect(lines.flatMap(({ action }) => (action ? [action.did] : []))).toEqual([
      null,
      'edit',
      'variation',
    ])
  })

  test('the history can be searched by what was asked', async () => {
    const who = await studio.signUp()
    await draw(who, { prompt: 'A 100% wool hat' })
    await draw(who, { prompt: 'A silver spoon' })
    const found = (q: string) =>
      who.client.json<Generations>(`${who.workspace}/generations?q=${encodeURIComponent(q)}`)
    expect((await found('WOOL')).items.map(({ image }) => image?.prompt)).toEqual([
      'A 100% wool hat',
    ])
    expect((await found('100%')).items).toHaveLength(1)
    expect((await found('%')).items).toHaveLength(1)
    expect((await found('nothing')).items).toEqual([])
  })
})

describe('what a picture is given as', () => {
  const given = async (asset: Asset) => {
    await changed(person, asked('edit', asset))
    const form = standIn.editCalls.at(-1)?.body as { image: File }
    const bytes = Buffer.from(await form.image.arrayBuffer())
    return { bytes, header: await sharp(bytes).metadata(), type: form.image.type }
  }

  test('upright, without what a camera wrote', async () => {
    const photo = await flat(300, 200)
      .withExif({ IFD3: { GPSLatitude: '51/1 30/1 0/1' }, IFD0: { Make: 'Secret camera' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const { bytes, header } = await given(await uploaded(person, photo))
    expect([header.width, header.height]).toEqual([200, 300])
    expect(header.orientation ?? 1).toBe(1)
    expect(header.exif).toBeUndefined()
    expect(bytes.includes('Secret camera')).toBe(false)
  })

  test('one frame of an animation', async () => {
    const frames = await Promise.all(
      ['#f00', '#0f0', '#00f'].map((background) =>
        sharp({ create: { width: 90, height: 60, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const animation = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    expect((await sharp(animation).metadata()).pages).toBe(3)
    const { header, bytes } = await given(await uploaded(person, animation, 'moving.gif'))
    expect([header.width, header.height, header.pages ?? 1]).toEqual([90, 60, 1])
    const { dominant } = await sharp(bytes).stats()
    expect(dominant.r).toBeGreaterThan(200)
  })

  test('in the colours of screens, whatever print has', async () => {
    const print = await flat(120, 120).toColourspace('cmyk').jpeg().toBuffer()
    expect((await sharp(print).metadata()).space).toBe('cmyk')
    const { header } = await given(await uploaded(person, print))
    expect(header).toMatchObject({ space: 'srgb', channels: 3 })
  })

  test('no larger than a model looks at', async () => {
    const large = await flat(5000, 3000).jpeg().toBuffer()
    const { header } = await given(await uploaded(person, large))
    expect([header.width, header.height]).toEqual([2048, 1229])
  })

  test('with what is transparent', async () => {
    const cut = await sharp({
      create: { width: 80, height: 80, channels: 4, background: { r: 1, g: 2, b: 3, alpha: 0.2 } },
    })
      .png()
      .toBuffer()
    const { header, type } = await given(await uploaded(person, cut, 'cut.png'))
    expect(header.hasAlpha).toBe(true)
    expect(type).toBe('image/png')
  })
})

describe('a picture that is not there', () => {
  test.each(['variation', 'edit', 'background', 'upscale'])('has no %s', async (action) => {
    await refused(press(person, asked(action, { id: 'none' })), 404, 'not_found')
  })

  test('since it was deleted is not used; a press before that keeps its answer', async () => {
    const own = await uploaded(person, await flat(50, 50).png().toBuffer(), 'a.png')
    const key = aPress()
    const accepted = await jsonOf<Accepted>(press(person, asked('edit', own), key), 202)
    await ended(person, accepted.id)
    await person.client.delete(`${person.workspace}/assets/${own.id}`)
    await refused(press(person, asked('edit', own)), 404, 'not_found')
    const again = await jsonOf<Accepted>(press(person, asked('edit', own), key), 202)
    expect(again.id).toBe(accepted.id)
  })

  test('in the storage is told, and nothing is charged', async () => {
    const own = await uploaded(person, await flat(60, 60).png().toBuffer(), 'b.png')
    await rm(join(studio.dataDir, 'media', person.workspaceId, own.id))
    expect(await changed(person, asked('edit', own))).toMatchObject({
      status: 'failed',
      error: { code: 'unsupported_media' },
      credits: { spent: 0, released: 5 },
    })
  })

  test('for anybody but those it belongs to', async () => {
    const eve = await studio.signUp()
    for (const action of ['variation', 'edit', 'background', 'upscale'])
      await refused(press(eve, asked(action, drawn)), 404, 'not_found')
    expect(await credits(eve)).toMatchObject({ balance: 400, held: 0 })
  })
})

describe('bad requests', () => {
  test.each([
    ['an action nobody knows', { action: 'outpaint' }, 'action'],
    ['no picture', { assetId: undefined }, 'assetId'],
    ['a picture by number', { assetId: 5 }, 'assetId'],
    ['nothing to change', { prompt: '  ' }, 'prompt'],
    ['an instruction of 2,001 characters', { prompt: 'x'.repeat(2001) }, 'prompt'],
    ['a count of edits', { count: 2 }, 'count'],
    ['another way to edit', { by: 'magic' }, 'by'],
    ['another tier', { tier: 'ultra' }, 'tier'],
  ])('%s', async (_, changes, where) => {
    const problem = await refused(
      press(person, { ...asked('edit', drawn), ...changes }),
      400,
      'invalid_request',
    )
    expect(problem.detail).toContain(where)
  })

  test('three times as large', async () => {
    const body = { ...asked('upscale', drawn), factor: 3 }
    await refused(press(person, body), 400, 'invalid_request')
  })

  test('a picture that is a strip', async () => {
    const strip = await uploaded(person, await flat(1000, 40).png().toBuffer(), 'strip.png')
    const problem = await refused(press(person, asked('edit', strip)), 422, 'edit_not_possible')
    expect(problem.detail).toMatch(/long and narrow/)
  })
})

describe('without a key', () => {
  let own: TestStudio
  let who: SignedUp
  beforeAll(async () => {
    own = await startStudio()
    who = await own.signUp()
  })
  afterAll(() => own.close())

  test('a drawing has variations, other words, another layout, and more pixels', async () => {
    const picture = first(await draw(who, { prompt: 'Spring sale' }))
    const variations = await changed(
      who,
      asked('variation', picture, { count: 2, quote: { version: 2, credits: 10 } }),
    )
    const seen = [picture, ...variations.assets].map((asset) => contentOf(who, asset))
    expect(new Set(await Promise.all(seen)).size).toBe(3)
    const words = await changed(
      who,
      asked('edit', picture, { prompt: 'change the text to “Summer sale”' }),
    )
    expect(first(words)).toMatchObject({
      alt: expect.stringContaining('Summer sale'),
      made: { builtIn: true, prompt: '“Summer sale”' },
    })
    const large = await changed(who, asked('upscale', picture, { factor: 4 }))
    expect(large).toMatchObject({
      image: { action: 'upscale', factor: 4, width: 4096, height: 4096 },
      credits: { spent: 5 },
      assets: [{ width: 4096, height: 4096, made: { action: 'upscale', builtIn: true } }],
    })
    const served = await who.client.get(`${first(large).url}?width=1280`)
    expect(served.status).toBe(200)
    expect(await credits(who)).toMatchObject({ balance: 400 - 5 - 10 - 5 - 5 })
    const problem = await refused(
      press(who, asked('upscale', first(large))),
      413,
      'image_too_large',
    )
    expect(problem.charged).toBe(0)
    const again = await changed(who, asked('variation', first(large)))
    expect(first(again)).toMatchObject({ width: 1024, made: { prompt: 'Spring sale' } })
  }, 60_000)

  test('a photograph is adjusted, and set before another background', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="100%" height="100%" fill="#eee"/><circle cx="200" cy="150" r="80" fill="#822"/></svg>`
    const photo = await uploaded(who, await sharp(Buffer.from(svg)).jpeg().toBuffer())
    const edited = await changed(who, asked('edit', photo, { prompt: 'black and white, brighter' }))
    expect(edited).toMatchObject({
      status: 'succeeded',
      assets: [
        {
          width: 400,
          height: 300,
          parentId: photo.id,
          watermarked: true,
          made: { builtIn: true, instruction: 'black and white, brighter' },
        },
      ],
    })
    const cut = await changed(who, asked('background', photo, { prompt: 'light blue' }))
    expect(cut).toMatchObject({ status: 'succeeded', credits: { spent: 5 } })
  })

  test('what the built-in designer cannot do it says in a sentence, and charges nothing', async () => {
    const noise = await sharp({
      create: {
        width: 200,
        height: 200,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .png()
      .toBuffer()
    const photo = await uploaded(who, noise, 'noise.png')
    const before = await credits(who)
    for (const body of [
      asked('edit', photo, { prompt: 'remove the man' }),
      asked('edit', photo, { by: 'prompt', prompt: 'A barn' }),
      asked('background', photo, { prompt: 'a beach at sunset' }),
      asked('variation', photo),
    ]) {
      const problem = await refused(press(who, body), 422, 'edit_not_possible')
      expect(problem.charged).toBe(0)
    }
    const text = asked('edit', photo, { prompt: 'add the text “毎朝焼きたて”' })
    await refused(press(who, text), 422, 'script_not_supported')
    expect(await changed(who, asked('background', photo, { prompt: 'white' }))).toMatchObject({
      status: 'failed',
      error: { code: 'edit_not_possible' },
      credits: { spent: 0, released: 5 },
    })
    expect(await credits(who)).toMatchObject({
      balance: before.balance,
      available: before.available,
    })
  })
})

test('an image from a prompt has a description at once, which a person can better', async () => {
  const prompt = `A very long story ${'about bread '.repeat(80)}`
  const asset = first(await draw(person, imageRequest({ prompt })))
  expect(asset.alt.length).toBeGreaterThan(20)
  expect(asset.alt.length).toBeLessThanOrEqual(230)
  const path = `${person.workspace}/assets/${asset.id}`
  const better = await jsonOf<Asset>(person.client.patch(path, { alt: 'A loaf' }), 200)
  expect(better.alt).toBe('A loaf')
  const edited = first(await changed(person, asked('edit', better)))
  expect(edited.alt).toBe('A loaf. Changed: Make the sky pink.')
})
