import { createHash } from 'node:crypto'
import type { Asset, Assets, Post, Preflight, Upload } from '@rheos/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DiskStorage } from '../../src/storage/disk-storage.ts'
import { noise, pixelAt } from '../library/pictures.ts'
import {
  box,
  placeIn,
  replaced,
  travelled,
  type VideoName,
  video,
  wayIn,
} from '../library/videos.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { jsonOf, refused } from './asking.ts'

const version = { 'tus-resumable': '1.0.0' }
let studio: TestStudio
let person: SignedUp
let eve: SignedUp

beforeAll(async () => {
  studio = await startStudio()
  person = await studio.signUp()
  eve = await studio.signUp({ name: 'Eve' })
})
afterAll(() => studio.close())

const stored = (assetId: string) =>
  new DiskStorage(`${studio.dataDir}/media`, () => 'none').get(`${person.workspaceId}/${assetId}`)

async function begin(bytes: number): Promise<string> {
  const begun = person.client.post(`${person.workspace}/uploads`, undefined, {
    ...version,
    'upload-length': String(bytes),
    'upload-metadata': `filename ${Buffer.from('holiday.png').toString('base64')}`,
  })
  return (await jsonOf<Upload>(begun, 201)).id
}

function send(id: string, offset: number, bytes: Uint8Array): Promise<Response> {
  return person.client.request('PATCH', `${person.workspace}/uploads/${id}`, {
    headers: {
      ...version,
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    body: new Uint8Array(bytes),
  })
}

/** Sent in two pieces, as after a cut. */
async function uploaded(bytes: Uint8Array): Promise<Asset> {
  const id = await begin(bytes.byteLength)
  const half = bytes.byteLength >> 1
  expect((await send(id, 0, bytes.subarray(0, half))).status).toBe(204)
  const answer = await send(id, half, bytes.subarray(half))
  expect(`${answer.status} ${await answer.text()}`).toBe('204 ')
  const assetId = answer.headers.get('upload-asset')
  return person.client.json<Asset>(`${person.workspace}/assets/${assetId}`)
}

async function refusedUpload(bytes: Uint8Array, status = 415) {
  const id = await begin(bytes.byteLength)
  const code = status === 415 ? 'unsupported_media' : 'image_too_large'
  return refused(send(id, 0, bytes), status, code)
}

const content = (asset: Asset, headers: Record<string, string> = {}, query = '') =>
  person.client.request('GET', `${person.workspace}/assets/${asset.id}/content${query}`, {
    headers,
  })

describe('a video is taken', () => {
  const known: readonly (readonly [VideoName, object])[] = [
    ['bread.mp4', { mediaType: 'video/mp4', width: 320, height: 180, durationMs: 4000 }],
    ['upright.mp4', { mediaType: 'video/mp4', width: 180, height: 320, durationMs: 4000 }],
    ['pieces.mp4', { mediaType: 'video/mp4', width: 320, height: 180, durationMs: 4000 }],
    ['bread.mov', { mediaType: 'video/quicktime', width: 320, height: 180, durationMs: 4000 }],
    ['bread.webm', { mediaType: 'video/webm', width: 320, height: 180, durationMs: 4000 }],
    ['live.webm', { mediaType: 'video/webm', width: 320, height: 180, durationMs: 2000 }],
  ]
  test.each(known)('by its bytes, whatever it is called: %s', async (name, facts) => {
    const asset = await uploaded(video(name))
    expect(asset).toMatchObject({ kind: 'upload', watermarked: false, animated: false, ...facts })
    const kept = Buffer.from((await stored(asset.id)) ?? [])
    expect(kept.byteLength).toBe(video(name).byteLength)
    const { rows } = await studio.context.database.pool.query(
      'select content_hash, has_audio, video_codec from studio.assets where id = $1',
      [asset.id],
    )
    expect(rows).toEqual([
      {
        content_hash: createHash('sha256').update(kept).digest('hex'),
        has_audio: false,
        video_codec: name.endsWith('webm') ? expect.stringMatching(/^vp[89]$/) : 'avc',
      },
    ])
  })

  test('in one form too', async () => {
    const form = new FormData()
    form.set('file', new File([new Uint8Array(video('bread.mp4'))], 'bread.mp4'))
    const answer = person.client.request('POST', `${person.workspace}/assets`, { body: form })
    expect(await jsonOf<Asset>(answer, 201)).toMatchObject({
      mediaType: 'video/mp4',
      fileName: 'bread.mp4',
      durationMs: 4000,
    })
  })

  test('without the place it tells of, and plays on', async () => {
    const file = travelled()
    expect([placeIn(file), wayIn(file)]).toEqual([true, true])
    const asset = await uploaded(file)
    expect(asset).toMatchObject({ durationMs: 4000, bytes: file.byteLength })
    const served = new Uint8Array(await (await content(asset)).arrayBuffer())
    expect([placeIn(served), wayIn(served)]).toEqual([false, false])
    // What is seen is as it was.
    const mov = video('bread.mov')
    const from = mov.indexOf('mdat') + 4
    const to = mov.lastIndexOf('moov') - 4
    expect(mov.subarray(from, to).equals(Buffer.from(served).subarray(from, to))).toBe(true)
    const tagged = await uploaded(video('bread.webm'))
    const kept = Buffer.from((await stored(tagged.id)) ?? [])
    expect(video('bread.webm').includes('At home')).toBe(true)
    expect(kept.includes('At home')).toBe(false)
  })

  test('and told apart from pictures where the library is listed', async () => {
    const list = (query: string) =>
      person.client.json<Assets>(`${person.workspace}/assets?limit=50&${query}`)
    const form = new FormData()
    const png = await noise(20, 20).png().toBuffer()
    form.set('file', new File([new Uint8Array(png)], 'a.png'))
    await jsonOf(person.client.request('POST', `${person.workspace}/assets`, { body: form }), 201)
    const [videos, pictures] = await Promise.all([list('media=video'), list('media=picture')])
    expect(videos.items.length).toBeGreaterThan(5)
    expect(videos.items.every(({ durationMs }) => durationMs !== null)).toBe(true)
    expect(pictures.items).toMatchObject([{ fileName: 'a.png', durationMs: null }])
  })
})

describe('what is no video that can be shown is refused in one sentence', () => {
  const mp4 = video('bread.mp4')
  const webm = video('bread.webm')
  const endless = () => {
    const file = Buffer.from(mp4)
    // Every length that its headers and its table of times tell.
    for (const type of ['mvhd', 'mdhd', 'tkhd']) {
      const at = file.indexOf(type) + 4
      file.fill(0xff, at + (type === 'tkhd' ? 20 : 16), at + (type === 'tkhd' ? 24 : 20))
    }
    const times = file.indexOf('stts') + 4
    file.writeUInt32BE(0x7fffffff, times + 12)
    return file
  }
  const elsewhere = () => {
    const file = Buffer.from(mp4)
    const at = file.indexOf('stco') + 8
    // The last of its chunks.
    file.writeUInt32BE(file.byteLength - 20, at + file.readUInt32BE(at) * 4)
    return file
  }
  const archive = () => {
    const end = Buffer.alloc(22)
    end.write('PK\x05\x06', 'latin1')
    return Buffer.concat([mp4, box('free', end)])
  }
  const cases: readonly (readonly [string, () => Buffer, RegExp])[] = [
    ['cut in the middle', () => mp4.subarray(0, mp4.byteLength - 3000), /damaged or incomplete/],
    ['cut in its header', () => mp4.subarray(0, 200), /damaged or incomplete/],
    ['a WebM that is cut', () => webm.subarray(0, webm.byteLength - 3000), /damaged|incomplete/],
    ['an opening alone', () => mp4.subarray(0, 40), /damaged or incomplete/],
    ['broken', () => replaced(mp4, 'stsz', 'xxxx'), /damaged or incomplete/],
    ['pictures that lie behind its end', elsewhere, /damaged or incomplete/],
    ['endless', endless, /no end that makes sense/],
    ['protected', () => replaced(mp4, 'avc1', 'encv'), /protected against copying/],
    ['without a picture', () => replaced(mp4, 'vide', 'soun'), /only sound or nothing|damaged/],
    ['of a codec that nothing plays', () => replaced(mp4, 'avc1', 'apcn'), /coded in a way/],
    ['Matroska', () => replaced(webm, '\x82\x84webm', '\x82\x84matr'), /Matroska|MP4/],
    [
      'followed by a page',
      () => Buffer.concat([mp4, Buffer.from('<html></html>')]),
      /damaged|else/,
    ],
    ['an archive from its end', archive, /something else at once/],
    [
      'a document in its first box',
      () => Buffer.concat([box('ftyp', 'isom', Buffer.alloc(4), '%PDF-1.7'), mp4.subarray(32)]),
      /something else at once/,
    ],
  ]
  test.each(cases)('%s', async (_, make, words) => {
    const problem = await refusedUpload(make())
    expect(problem.detail).toMatch(words)
  })

  test('a picture that is too large, with its first piece', async () => {
    const bytes = 21 * 1024 * 1024
    const id = await begin(bytes)
    const piece = (await noise(700, 700).png({ compressionLevel: 0 }).toBuffer()).subarray(0, 1e6)
    await refused(send(id, 0, piece), 413, 'image_too_large')
    expect((await person.client.get(`${person.workspace}/uploads/${id}`)).status).toBe(404)
  })

  test('a video that is larger than the setting allows, before anything comes', async () => {
    const begun = person.client.post(`${person.workspace}/uploads`, undefined, {
      ...version,
      'upload-length': String(500 * 1024 * 1024 + 1),
    })
    await refused(begun, 413, 'file_too_large')
  })
})

describe('a video is served', () => {
  let asset: Asset
  const file = video('bread.webm')
  beforeAll(async () => {
    asset = await uploaded(file)
  })

  test('whole, with its type, and known again', async () => {
    const answer = await content(asset)
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'video/webm',
      'content-length': String(file.byteLength),
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
    })
    expect(answer.headers.get('content-security-policy')).toContain("media-src 'self' blob:")
    expect((await answer.arrayBuffer()).byteLength).toBe(file.byteLength)
    const again = await content(asset, { 'if-none-match': answer.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
  })

  test('in parts', async () => {
    const answer = await content(asset, { range: 'bytes=100-199' })
    expect(answer.status).toBe(206)
    expect(answer.headers.get('content-range')).toBe(`bytes 100-199/${file.byteLength}`)
    expect(answer.headers.get('content-type')).toBe('video/webm')
    const part = Buffer.from(await answer.arrayBuffer())
    const kept = Buffer.from((await stored(asset.id)) ?? [])
    expect(part.equals(kept.subarray(100, 200))).toBe(true)
    const end = await content(asset, { range: 'bytes=-10' })
    expect(Buffer.from(await end.arrayBuffer()).equals(kept.subarray(-10))).toBe(true)
  })

  test('not from behind its end', async () => {
    const answer = await content(asset, { range: `bytes=${file.byteLength}-` })
    expect(answer.status).toBe(416)
    expect(answer.headers.get('content-range')).toBe(`bytes */${file.byteLength}`)
  })

  test('for a download under a name of its kind', async () => {
    const answer = await person.client.get(asset.downloadUrl)
    expect(answer.headers.get('content-disposition')).toContain('filename="holiday.webm"')
    expect(answer.headers.get('content-type')).toBe('video/webm')
    await answer.body?.cancel()
  })

  test('to nobody of another workspace', async () => {
    const stranger = `${eve.workspace}/assets/${asset.id}`
    expect((await eve.client.get(`${stranger}/content`)).status).toBe(404)
    expect((await eve.client.get(asset.url)).status).toBe(404)
    const poster = eve.client.request('PUT', `${stranger}/poster`, {
      headers: { 'content-type': 'image/jpeg' },
      body: new Uint8Array(await noise(10, 10).jpeg().toBuffer()),
    })
    await refused(poster, 404, 'not_found')
  })
})

describe('what stands for a video', () => {
  const put = (asset: Asset, bytes: Uint8Array) =>
    person.client.request('PUT', `${person.workspace}/assets/${asset.id}/poster`, {
      headers: { 'content-type': 'image/jpeg' },
      body: new Uint8Array(bytes),
    })
  const thumbnail = async (asset: Asset) =>
    Buffer.from(await (await person.client.get(asset.thumbnailUrl)).arrayBuffer())
  const red = sharp({ create: { width: 320, height: 180, channels: 3, background: '#c01010' } })

  test('is a neutral tile in its shape, until a frame of it comes', async () => {
    const asset = await uploaded(video('upright.mp4'))
    const tile = await sharp(await thumbnail(asset)).metadata()
    expect([tile.format, tile.width, tile.height]).toEqual(['webp', 180, 320])
    await jsonOf<Asset>(put(asset, await red.jpeg().toBuffer()), 200)
    const [r = 0, g = 255] = await pixelAt(await thumbnail(asset), 5, 5)
    expect(r).toBeGreaterThan(150)
    expect(g).toBeLessThan(60)
  })

  test('is a JPEG of a reasonable size, and of a video', async () => {
    const asset = await uploaded(video('bread.mp4'))
    await refused(put(asset, await red.png().toBuffer()), 415, 'unsupported_media')
    await refused(put(asset, Buffer.from('not a picture')), 415, 'unsupported_media')
    await refused(put(asset, Buffer.alloc(2.5 * 1024 * 1024)), 413, 'body_too_large')
    const form = new FormData()
    form.set('file', new File([new Uint8Array(await red.png().toBuffer())], 'a.png'))
    const picture = await jsonOf<Asset>(
      person.client.request('POST', `${person.workspace}/assets`, { body: form }),
      201,
    )
    await refused(put(picture, await red.jpeg().toBuffer()), 404, 'not_found')
  })
})

test('what is done with pictures alone is refused for a video', async () => {
  const asset = await uploaded(video('bread.mp4'))
  const { client, workspace } = person
  const crop = client.post(`${workspace}/assets/${asset.id}/crops`, {
    x: 0,
    y: 0,
    width: 0.5,
    height: 0.5,
  })
  await refused(crop, 400, 'invalid_request')
  const conversion = client.post(`${workspace}/assets/${asset.id}/conversions`, {
    mediaType: 'image/png',
  })
  await refused(conversion, 400, 'invalid_request')
  const design = client.post(`${workspace}/designs`, {
    layout: 'statement',
    text: { title: 'Ours' },
    background: { kind: 'picture', assetId: asset.id },
  })
  expect((await design).status).toBe(400)
  const brand = client.post(`${workspace}/brands`, { name: 'Film', logoAssetId: asset.id })
  expect((await brand).status).toBe(400)
})

test('preflight knows how long a video is, and where it cannot go', async () => {
  const asset = await uploaded(video('live.webm'))
  const post = await jsonOf<Post>(
    person.client.post(`${person.workspace}/posts`, {
      type: 'video',
      body: 'Look how it rolls.',
      networks: ['linkedin', 'bluesky', 'youtube', 'mastodon'],
      media: [{ assetId: asset.id, alt: '' }],
    }),
    201,
  )
  const report = await person.client.json<Preflight>(
    `${person.workspace}/posts/${post.id}/preflight`,
  )
  const codes = Object.fromEntries(
    report.networks.map(({ network, findings }) => [
      network,
      findings.filter(({ severity }) => severity === 'error').map(({ code }) => code),
    ]),
  )
  expect(codes).toEqual({
    linkedin: ['media.type', 'media.too_short'],
    bluesky: ['media.video_not_here', 'media.type'],
    youtube: ['title.missing'],
    mastodon: [],
  })
})
