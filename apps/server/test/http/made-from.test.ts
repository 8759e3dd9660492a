import type { Asset } from '@rheos/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noise, pixelAt, twoHalves } from '../library/pictures.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { draw, jsonOf, refused } from './asking.ts'

let studio: TestStudio
let person: SignedUp

beforeAll(async () => {
  studio = await startStudio()
  person = await studio.signUp()
})
afterAll(() => studio.close())

async function uploaded(bytes: Uint8Array, name = 'photo.png'): Promise<Asset> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  form.set('alt', 'Two halves')
  const answer = person.client.request('POST', `${person.workspace}/assets`, { body: form })
  return jsonOf<Asset>(answer, 201)
}

const make = (asset: Asset, what: 'crops' | 'conversions', wish: unknown) =>
  person.client.post(`${person.workspace}/assets/${asset.id}/${what}`, wish)
const made = (...given: Parameters<typeof make>) => jsonOf<Asset>(make(...given), 201)

async function served(asset: Asset): Promise<Buffer> {
  return Buffer.from(await (await person.client.get(asset.url)).arrayBuffer())
}

describe('a crop', () => {
  test('is a picture of its own that knows what it was made from', async () => {
    const asset = await uploaded(await twoHalves().png().toBuffer())
    const crop = await made(asset, 'crops', { x: 0.5, y: 0, width: 0.5, height: 1 })
    expect(crop).toMatchObject({
      kind: 'crop',
      parentId: asset.id,
      width: 100,
      height: 100,
      alt: 'Two halves',
      watermarked: false,
    })
    expect(await pixelAt(await served(crop), 5, 5)).toEqual([16, 16, 192])
    expect((await person.client.json<Asset>(`${person.workspace}/assets/${asset.id}`)).width).toBe(
      200,
    )
  })

  test('may be in pixels of the upright picture, and brought to a size', async () => {
    const turned = await twoHalves().withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const asset = await uploaded(turned, 'photo.jpg')
    const crop = await made(asset, 'crops', {
      unit: 'pixel',
      x: 10,
      y: 110,
      width: 80,
      height: 80,
      target: { width: 1080, height: 1080 },
    })
    expect([crop.width, crop.height, crop.mediaType]).toEqual([1080, 1080, 'image/jpeg'])
    expect((await pixelAt(await served(crop), 500, 500))[2]).toBeGreaterThan(150)
  })

  test('of what was made here carries the mark where that does', async () => {
    const [drawn] = (await draw(person)).assets
    if (drawn === undefined) throw new Error('Nothing was drawn.')
    const crop = await made(drawn, 'crops', { x: 0, y: 0, width: 1, height: 0.5 })
    expect(crop).toMatchObject({ watermarked: true, made: { prompt: drawn.made?.prompt } })
    const light = await made(crop, 'conversions', { maxWidth: 300 })
    expect(light).toMatchObject({ watermarked: true, width: 300 })
  })

  test.each([
    { x: 0.6, y: 0, width: 0.5, height: 1 },
    { unit: 'pixel', x: 0, y: 0, width: 201, height: 50 },
    { unit: 'pixel', x: 0, y: 0, width: 0.2, height: 0.2 },
    { x: 0, y: 0, width: 0, height: 1 },
    { x: 0, y: 0, width: 1, height: 1, target: { width: 90_000, height: 1 } },
  ])('of %o is refused', async (wish) => {
    const asset = await uploaded(await twoHalves().png().toBuffer())
    await refused(make(asset, 'crops', wish), 400, 'invalid_request')
  })
})

describe('a conversion', () => {
  test('brings a picture to a format, a number of pixels and of bytes', async () => {
    const asset = await uploaded(await noise(1200, 800).png().toBuffer())
    const webp = await made(asset, 'conversions', { mediaType: 'image/webp', maxPixels: 240_000 })
    expect(webp.mediaType).toBe('image/webp')
    expect(webp.width * webp.height).toBeLessThanOrEqual(240_000)
    expect(webp.width / webp.height).toBeCloseTo(1.5, 1)
    const light = await made(asset, 'conversions', { maxBytes: 100_000 })
    expect(light).toMatchObject({ mediaType: 'image/jpeg', kind: 'crop', parentId: asset.id })
    expect(light.bytes).toBeLessThanOrEqual(100_000)
    const low = await made(asset, 'conversions', { maxHeight: 100, mediaType: 'image/png' })
    expect([low.width, low.height, low.mediaType]).toEqual([150, 100, 'image/png'])
  })

  test('does not paint over what is transparent', async () => {
    const clear = await sharp(await noise(300, 300).png().toBuffer())
      .ensureAlpha(0.3)
      .png()
      .toBuffer()
    const asset = await uploaded(clear)
    const light = await made(asset, 'conversions', { maxBytes: 40_000 })
    expect(light.mediaType).toBe('image/webp')
    expect((await sharp(await served(light)).metadata()).hasAlpha).toBe(true)
  })

  test('that cannot be is refused', async () => {
    const asset = await uploaded(await noise(600, 400).png().toBuffer())
    const wish = { mediaType: 'image/png', maxBytes: 1000 }
    await refused(make(asset, 'conversions', wish), 413, 'image_too_large')
  })
})

test('the shapes of networks are served in their sizes', async () => {
  const asset = await uploaded(await twoHalves(400, 300).png().toBuffer())
  for (const [shape, width, height] of [
    ['square', 1080, 1080],
    ['portrait', 1080, 1350],
    ['story', 1080, 1920],
    ['pin', 1000, 1500],
    ['landscape', 1200, 630],
  ] as const) {
    const answer = await person.client.get(`${asset.url}?shape=${shape}&format=jpeg`)
    const seen = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
    expect([seen.width, seen.height, seen.format]).toEqual([width, height, 'jpeg'])
  }
})
