import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import type { Asset, Assets, Brand, Problem } from '@rheos/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { jsonOf, refused } from './asking.ts'

let studio: TestStudio
let person: SignedUp
let png: Buffer

beforeAll(async () => {
  studio = await startStudio()
  person = await studio.signUp()
  png = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#aa3300' } })
    .png()
    .toBuffer()
})
afterAll(() => studio.close())

function upload(
  bytes: Uint8Array | string,
  fields: Readonly<Record<string, string>> = {},
  { who = person, name = 'photo.png', type = 'image/png' } = {},
): Promise<Response> {
  const form = new FormData()
  const part = typeof bytes === 'string' ? bytes : new Uint8Array(bytes)
  form.set('file', new File([part], name, { type }))
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  return who.client.request('POST', `${who.workspace}/assets`, { body: form })
}

const uploaded = (...given: Parameters<typeof upload>) => jsonOf<Asset>(upload(...given), 201)

/** A picture whose header says more than its bytes could ever hold. */
function hugePng(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('an upload', () => {
  test('is kept as it came and served as a rendition without what it carried', async () => {
    const shot = await sharp(png)
      .withExif({ IFD0: { Artist: 'Someone private' } })
      .jpeg()
      .toBuffer()
    expect(shot.includes('Someone private')).toBe(true)
    const asset = await uploaded(shot, { alt: ' Our oven ' }, { name: '../../oven "1".jpg' })
    expect(asset).toMatchObject({
      kind: 'upload',
      mediaType: 'image/jpeg',
      width: 600,
      height: 400,
      alt: 'Our oven',
      fileName: 'oven 1 .jpg',
      made: null,
    })
    // The mark is for what is made here, not for what people bring.
    expect(asset.watermarked).toBe(false)
    const served = Buffer.from(await (await person.client.get(asset.url)).arrayBuffer())
    expect(served.includes('Someone private')).toBe(false)
    expect((await sharp(served).metadata()).width).toBe(600)
  })

  test.each<[string, () => Uint8Array | string, number, Problem['code']]>([
    ['text that is called a picture', () => 'hello, world', 415, 'unsupported_media'],
    ['a page that is called a picture', () => '<!doctype html><p>Hi', 415, 'unsupported_media'],
    [
      'a drawing with a script',
      () => '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      415,
      'unsupported_media',
    ],
    ['nothing', () => '', 415, 'unsupported_media'],
    ['half a picture', () => png.subarray(0, png.length / 2), 415, 'unsupported_media'],
    ['30,000 × 30,000 pixels', () => hugePng(30_000), 413, 'image_too_large'],
    ['more than 20 MB', () => Buffer.alloc(20.5 * 1024 * 1024), 413, 'image_too_large'],
    ['more than is read at all', () => Buffer.alloc(22 * 1024 * 1024), 413, 'body_too_large'],
  ])('is refused when it is %s', async (_, bytes, status, code) => {
    const before = await person.client.json<Assets>(`${person.workspace}/assets`)
    await refused(upload(bytes()), status, code)
    expect(await person.client.json<Assets>(`${person.workspace}/assets`)).toEqual(before)
  })

  test('needs a file, known fields, and a brand that is there', async () => {
    const path = `${person.workspace}/assets`
    const form = new FormData()
    form.set('file', 'not a file')
    const text = await refused(
      person.client.request('POST', path, { body: form }),
      400,
      'invalid_request',
    )
    expect(text.detail).toContain('file')
    await refused(person.client.post(path, { file: 'x' }), 400, 'invalid_request')
    await refused(upload(png, { tag: 'x' }), 400, 'invalid_request')
    await refused(upload(png, { folderId: 'none' }), 404, 'not_found')
    await refused(upload(png, { brandId: 'none' }), 404, 'not_found')
  })
})

describe('the library', () => {
  test('finds pictures by kind, brand and words', async () => {
    const who = await studio.signUp()
    const brand = await jsonOf<Brand>(who.client.post(`${who.workspace}/brands`, {}), 201)
    const oven = await uploaded(png, { alt: 'The oven' }, { who })
    const bread = await uploaded(png, { brandId: brand.id }, { who, name: 'Bread.png' })
    const ids = async (query: string) =>
      (await who.client.json<Assets>(`${who.workspace}/assets?${query}`)).items.map(({ id }) => id)
    expect(await ids('')).toEqual([bread.id, oven.id])
    expect(await ids('q=OVEN')).toEqual([oven.id])
    expect(await ids('q=bread')).toEqual([bread.id])
    expect(await ids(`brandId=${brand.id}`)).toEqual([bread.id])
    expect(await ids('kind=generated')).toEqual([])
    const first = await who.client.json<Assets>(`${who.workspace}/assets?limit=1`)
    expect(await ids(`limit=1&cursor=${first.next}`)).toEqual([oven.id])
  })

  test('gives the pictures that are named, in one answer, and no others', async () => {
    const { client, workspace } = person
    const mine = [await uploaded(png), await uploaded(png)].map(({ id }) => id)
    const other = await studio.signUp()
    const theirs = await uploaded(png, {}, { who: other })
    const named = async (ids: readonly string[]) => {
      const { items } = await client.json<Assets>(`${workspace}/assets?ids=${ids.join(',')}`)
      return items.map(({ id }) => id)
    }
    expect(await named([...mine, theirs.id, 'nothing'])).toEqual(mine.toReversed())
    expect(await named([theirs.id])).toEqual([])
    const tooMany = Array.from({ length: 101 }, (_, index) => `a${index}`).join(',')
    const problem = await refused(
      client.get(`${workspace}/assets?ids=${tooMany}`),
      400,
      'invalid_request',
    )
    expect(problem.detail).toContain('at most 100 ids')
  })

  test('keeps what is said of a picture', async () => {
    const asset = await uploaded(png)
    const path = `${person.workspace}/assets/${asset.id}`
    const changed = await jsonOf<Asset>(person.client.patch(path, { alt: 'Crust' }), 200)
    expect(changed).toEqual({ ...asset, alt: 'Crust' })
    await refused(person.client.patch(path, { brandIds: ['none'] }), 404, 'not_found')
    await refused(person.client.patch(path, { kind: 'generated' }), 400, 'invalid_request')
  })

  test('gives back what was deleted, and serves nothing of it meanwhile', async () => {
    const asset = await uploaded(png)
    const path = `${person.workspace}/assets/${asset.id}`
    expect((await person.client.delete(path)).status).toBe(204)
    await refused(person.client.get(asset.url), 404, 'not_found')
    expect(await jsonOf<Asset>(person.client.post(`${path}/restore`), 200)).toEqual(asset)
  })

  test('does not let go of a brand’s logo', async () => {
    const who = await studio.signUp()
    const brand = await jsonOf<Brand>(
      who.client.post(`${who.workspace}/brands`, { name: 'Hearth' }),
      201,
    )
    const logo = await uploaded(png, {}, { who })
    const changed = await jsonOf<Brand>(
      who.client.patch(`${who.workspace}/brands/${brand.id}`, { logoAssetId: logo.id }),
      200,
    )
    expect(changed.logo).toMatchObject({ assetId: logo.id, url: logo.url })
    const path = `${who.workspace}/assets/${logo.id}`
    const problem = await refused(who.client.delete(path), 409, 'conflict')
    expect(problem.detail).toContain('Hearth')
  })

  test('to another workspace a picture is not there', async () => {
    const asset = await uploaded(png)
    const stranger = await studio.signUp()
    const path = `${stranger.workspace}/assets/${asset.id}`
    for (const answer of [
      stranger.client.get(path),
      stranger.client.get(`${path}/content`),
      stranger.client.get(asset.url),
      stranger.client.patch(path, { alt: 'Mine' }),
      stranger.client.delete(path),
      stranger.client.post(`${path}/restore`),
    ]) {
      await refused(answer, 404, 'not_found')
    }
    await refused(studio.visitor().get(asset.url), 401, 'unauthenticated')
  })

  test('renders the same bytes for everybody who asks at once', async () => {
    const asset = await uploaded(png)
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => person.client.get(asset.thumbnailUrl)),
    )
    const digests = await Promise.all(
      answers.map(async (answer) =>
        createHash('sha256')
          .update(Buffer.from(await answer.arrayBuffer()))
          .digest('hex'),
      ),
    )
    expect(new Set(digests).size).toBe(1)
  })
})
