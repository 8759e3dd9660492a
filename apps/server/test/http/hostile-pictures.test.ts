import type { Asset } from '@rheos/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { animation, noise, packedPng, pixelAt, twoHalves } from '../library/pictures.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { jsonOf, refused } from './asking.ts'

let studio: TestStudio
let person: SignedUp

beforeAll(async () => {
  studio = await startStudio()
  person = await studio.signUp()
})
afterAll(() => studio.close())

function upload(bytes: Uint8Array, name = 'photo.jpg'): Promise<Response> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  return person.client.request('POST', `${person.workspace}/assets`, { body: form })
}
const uploaded = (bytes: Uint8Array, name?: string) => jsonOf<Asset>(upload(bytes, name), 201)

async function served(url: string): Promise<Buffer> {
  const answer = await person.client.get(url)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-type')).toMatch(/^image\/(png|jpeg|webp|gif)$/)
  return Buffer.from(await answer.arrayBuffer())
}

/** Every way that a picture leaves the studio. */
function waysOut(asset: Asset): string[] {
  const wishes = [
    'width=320',
    'width=1280&format=jpeg',
    'shape=square',
    'animated=1',
    'format=webp',
  ]
  return [
    asset.url,
    asset.thumbnailUrl,
    asset.downloadUrl,
    ...wishes.map((wish) => `${asset.url}?${wish}`),
  ]
}

/** The original as it lies in the storage. */
async function kept(asset: Asset): Promise<Buffer> {
  const { pool } = studio.context.database
  const { rows } = await pool.query('select storage_key from studio.assets where id = $1', [
    asset.id,
  ])
  const storage = await import('../../src/storage/disk-storage.ts')
  const media = new storage.DiskStorage(`${studio.dataDir}/media`, () => 'none')
  return Buffer.from((await media.get(rows[0].storage_key)) ?? [])
}

describe('a photo', () => {
  test('goes out without place, camera and words, and is kept byte for byte', async () => {
    const shot = await twoHalves()
      .jpeg()
      .withExif({
        IFD0: { Artist: 'Someone private', Model: 'Camera XYZ' },
        IFD3: { GPSLatitude: '51/1 30/1 26/1', GPSLatitudeRef: 'N' },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Secret place</x:xmpmeta>')
      .toBuffer()
    const before = await sharp(shot).metadata()
    expect(before.exif?.includes('Someone private')).toBe(true)
    const asset = await uploaded(shot)
    for (const url of waysOut(asset)) {
      const out = await served(url)
      const { exif, xmp, iptc } = await sharp(out).metadata()
      expect([url, exif, xmp, iptc]).toEqual([url, undefined, undefined, undefined])
      for (const word of ['private', 'Camera XYZ', 'Secret place', 'GPS', 'Exif'])
        expect([url, word, out.includes(word)]).toEqual([url, word, false])
    }
    expect((await kept(asset)).equals(shot)).toBe(true)
  })

  test('that was turned stands upright, with its sides as they are seen', async () => {
    const shot = await twoHalves().withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const asset = await uploaded(shot)
    expect([asset.width, asset.height]).toEqual([100, 200])
    const out = await served(asset.url)
    const { width, height, orientation } = await sharp(out).metadata()
    expect([width, height, orientation ?? 1]).toEqual([100, 200, 1])
    // Turned a quarter clockwise: what was left is on top.
    expect((await pixelAt(out, 50, 20))[0]).toBeGreaterThan(150)
    expect((await pixelAt(out, 50, 180))[2]).toBeGreaterThan(150)
  })

  test('in the colours of print goes out in those of screens', async () => {
    const print = await twoHalves().toColourspace('cmyk').jpeg().toBuffer()
    expect((await sharp(print).metadata()).space).toBe('cmyk')
    const asset = await uploaded(print)
    for (const url of waysOut(asset)) {
      expect((await sharp(await served(url)).metadata()).space).toBe('srgb')
    }
    const [red = 0, , blue = 0] = await pixelAt(await served(asset.url), 20, 50)
    expect(red).toBeGreaterThan(blue + 80)
  })
})

describe('a file that is two things', () => {
  const script = '<html><script>alert(document.cookie)</script></html>'
  test.each([
    ['a GIF that is a script too', 'gif', `/*${script}*/=1;`],
    ['a JPEG with a page behind it', 'jpeg', script],
    ['a PNG with an archive behind it', 'png', 'PK\u0003\u0004payload.exe'],
    ['a WebP with a page behind it', 'webp', script],
  ] as const)('%s goes out as the picture alone', async (_, format, payload) => {
    const picture = await noise(60, 40).toFormat(format).toBuffer()
    const asset = await uploaded(Buffer.concat([picture, Buffer.from(payload)]), 'page.html')
    expect(asset.mediaType).toBe(`image/${format}`)
    for (const url of waysOut(asset)) {
      const out = await served(url)
      for (const word of ['script', 'alert', 'payload.exe'])
        expect([url, word, out.includes(word)]).toEqual([url, word, false])
    }
  })

  test('with a comment full of markup loses the comment', async () => {
    const gif = await noise(20, 20).gif().toBuffer()
    const comment = Buffer.from('<script>alert(1)</script>')
    const block = Buffer.concat([
      Buffer.from([0x21, 0xfe, comment.length]),
      comment,
      Buffer.from([0]),
    ])
    const at = gif.indexOf(Buffer.from([0x21, 0xf9]))
    expect(at).toBeGreaterThan(0)
    const asset = await uploaded(Buffer.concat([gif.subarray(0, at), block, gif.subarray(at)]))
    for (const url of waysOut(asset)) expect((await served(url)).includes('script')).toBe(false)
  })
})

describe('an animation', () => {
  test.each(['gif', 'webp'] as const)(
    'as %s is kept as one, shown still, and moves where that is asked for',
    async (format) => {
      const asset = await uploaded(await animation(format))
      expect(asset).toMatchObject({ animated: true, width: 60, height: 40 })
      const still = await sharp(await served(asset.url)).metadata()
      expect([still.pages ?? 1, still.width, still.height]).toEqual([1, 60, 40])
      const moving = await sharp(await served(asset.downloadUrl), { animated: true }).metadata()
      expect([moving.format, moving.pages, moving.pageHeight]).toEqual([format, 2, 40])
      const answer = await person.client.get(asset.downloadUrl)
      expect(answer.headers.get('content-disposition')).toContain(`.${format}"`)
    },
  )

  test('with more frames than can be held is refused', async () => {
    const create = { width: 4000, height: 4000, channels: 3 as const, background: '#000' }
    const still = await sharp({ create }).gif({ effort: 1 }).toBuffer()
    const from = still.indexOf(Buffer.from([0x21, 0xf9]))
    const frame = still.subarray(from, -1)
    const long = Buffer.concat([
      still.subarray(0, from),
      ...Array<Buffer>(7).fill(frame),
      still.subarray(-1),
    ])
    expect(long.byteLength).toBeLessThan(200_000)
    const { detail } = await refused(upload(long), 413, 'image_too_large')
    expect(detail).toContain('frames')
  })
})

describe('a picture that unpacks to very much', () => {
  test('is refused before it is unpacked when it has too many pixels', async () => {
    const bomb = packedPng(11_000, 11_000)
    expect(bomb.byteLength).toBeLessThan(200_000)
    const before = process.memoryUsage().rss
    await refused(upload(bomb), 413, 'image_too_large')
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
  })

  test('is taken one by one when many come at once, and memory stays bounded', async () => {
    const large = packedPng(6300, 6300)
    const before = process.memoryUsage().rss
    const answers = await Promise.all(Array.from({ length: 12 }, () => upload(large)))
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201))
    // Twelve of them unpacked would be half a gigabyte, in colour four times that.
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024)
  })
})
