import { request } from 'node:http'
import { Readable } from 'node:stream'
import type { Asset, Assets, Folder, Upload } from '@rheos/contract'
import * as tus from 'tus-js-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DiskStorage } from '../../src/storage/disk-storage.ts'
import { noise } from '../library/pictures.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { jsonOf, refused, until } from './asking.ts'

const version = { 'tus-resumable': '1.0.0' }
const dayMs = 24 * 3_600_000

let turnedMs = 0
let studio: TestStudio
let person: SignedUp
/** Of some 3 MB. */
let photo: Buffer

beforeAll(async () => {
  studio = await startStudio({ clock: () => Date.now() + turnedMs })
  person = await studio.signUp()
  photo = await noise(1100, 1000).png({ compressionLevel: 0 }).toBuffer()
})
afterAll(() => studio.close())

const storage = () => new DiskStorage(`${studio.dataDir}/media`, () => 'none')
const staged = () => storage().files(`${person.workspaceId}/uploads`)

function begin(bytes: number, metadata = ''): Promise<Response> {
  return person.client.post(`${person.workspace}/uploads`, undefined, {
    ...version,
    'upload-length': String(bytes),
    'upload-metadata': metadata,
  })
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

const standing = (id: string) => person.client.json<Upload>(`${person.workspace}/uploads/${id}`)

/** Sends so many bytes of what was announced as all the rest, and then cuts the connection. */
function sendAndCut(id: string, offset: number, bytes: Uint8Array, cutAt: number): Promise<void> {
  return new Promise((resolve) => {
    const sent = request(new URL(`${person.workspace}/uploads/${id}`, studio.url), {
      method: 'PATCH',
      headers: {
        ...version,
        cookie: person.client.cookie,
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
        'content-length': String(bytes.byteLength - offset),
      },
    })
    sent.on('error', () => undefined)
    sent.on('close', () => resolve())
    sent.write(bytes.subarray(offset, cutAt), () => setTimeout(() => sent.destroy(), 50))
  })
}

const named = (name: string) => `filename ${Buffer.from(name).toString('base64')}`

test('a program that speaks tus puts a picture into a folder, whole and as it was', async () => {
  const folder = await jsonOf<Folder>(
    person.client.post(`${person.workspace}/folders`, { name: 'Summer' }),
    201,
  )
  let told = 0
  const assetId = await new Promise<string>((resolve, reject) => {
    const upload = new tus.Upload(Readable.from([photo]), {
      endpoint: `${studio.url}${person.workspace}/uploads`,
      headers: { cookie: person.client.cookie },
      uploadSize: photo.byteLength,
      chunkSize: 1_000_000,
      metadata: { filename: 'Straße.png', folderId: folder.id, alt: 'A street' },
      onProgress: (sent) => {
        told = sent
      },
      onError: reject,
      onSuccess: ({ lastResponse }) => resolve(lastResponse.getHeader('upload-asset') ?? ''),
    })
    upload.start()
  })
  expect(told).toBe(photo.byteLength)
  const asset = await person.client.json<Asset>(`${person.workspace}/assets/${assetId}`)
  expect(asset).toMatchObject({
    kind: 'upload',
    fileName: 'Straße.png',
    alt: 'A street',
    folderId: folder.id,
    width: 1100,
    height: 1000,
    bytes: photo.byteLength,
  })
  const original = await storage().get(`${person.workspaceId}/${assetId}`)
  expect(photo.equals(Buffer.from(original ?? []))).toBe(true)
  expect(await staged()).toEqual([])
})

test('an upload that is cut at 99 % goes on from there', async () => {
  const { id } = await jsonOf<Upload>(begin(photo.byteLength, named('cut.png')), 201)
  await sendAndCut(id, 0, photo, Math.floor(photo.byteLength * 0.99))
  const received = await until(async () => {
    const { received } = await standing(id)
    return received > photo.byteLength * 0.98 ? received : undefined
  })
  expect(received).toBe(Math.floor(photo.byteLength * 0.99))
  const head = await person.client.request('HEAD', `${person.workspace}/uploads/${id}`, {
    headers: version,
  })
  expect(head.headers.get('upload-offset')).toBe(String(received))
  expect(head.headers.get('upload-length')).toBe(String(photo.byteLength))
  const answer = await send(id, received, photo.subarray(received))
  expect(answer.status).toBe(204)
  const assetId = answer.headers.get('upload-asset')
  const original = await storage().get(`${person.workspaceId}/${assetId}`)
  expect(photo.equals(Buffer.from(original ?? []))).toBe(true)
  // Whoever did not hear that it was whole is told again.
  expect(await standing(id)).toMatchObject({ received: photo.byteLength, assetId })
  expect(await staged()).toEqual([])
})

test('a piece that was sent twice, or by two at once, is counted once', async () => {
  const { id } = await jsonOf<Upload>(begin(photo.byteLength), 201)
  const half = photo.byteLength >> 1
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => send(id, 0, photo.subarray(0, half))),
  )
  const statuses = answers.map(({ status }) => status)
  expect(statuses).toContain(409)
  for (const answer of answers.filter(({ status }) => status !== 204)) {
    await refused(answer, 409, 'conflict')
  }
  const { received } = await standing(id)
  await refused(send(id, received + 1, photo.subarray(received + 1)), 409, 'conflict')
  const ends = await Promise.all(
    Array.from({ length: 3 }, () => send(id, received, photo.subarray(received))),
  )
  const { assetId } = await standing(id)
  expect(ends.filter(({ status }) => status === 204)).toHaveLength(1)
  const original = await storage().get(`${person.workspaceId}/${assetId}`)
  expect(photo.equals(Buffer.from(original ?? []))).toBe(true)
})

test('what is no picture is refused when it is whole, and nothing of it stays', async () => {
  const page = Buffer.from('<!doctype html><script>alert(1)</script>')
  const before = await person.client.json<Assets>(`${person.workspace}/assets`)
  const { id } = await jsonOf<Upload>(begin(page.byteLength, named('photo.png')), 201)
  await refused(send(id, 0, page), 415, 'unsupported_media')
  await refused(person.client.get(`${person.workspace}/uploads/${id}`), 404, 'not_found')
  expect(await staged()).toEqual([])
  expect(await person.client.json<Assets>(`${person.workspace}/assets`)).toEqual(before)
})

test('one that is given up is gone', async () => {
  const { id } = await jsonOf<Upload>(begin(photo.byteLength), 201)
  expect((await send(id, 0, photo.subarray(0, 2_000_000))).status).toBe(204)
  expect(await staged()).not.toEqual([])
  const path = `${person.workspace}/uploads/${id}`
  expect((await person.client.delete(path, version)).status).toBe(204)
  expect(await staged()).toEqual([])
  await refused(person.client.get(path), 404, 'not_found')
})

describe('an upload is refused', () => {
  test('when it is too large, before anything comes', async () => {
    await refused(begin(500 * 1024 * 1024 + 1), 413, 'file_too_large')
  })

  test('when it is empty, in words for a person', async () => {
    const empty = await refused(begin(0), 400, 'invalid_request')
    expect(empty.detail).toBe('This file is empty. Choose another one.')
  })

  test('when more comes than was said', async () => {
    const { id } = await jsonOf<Upload>(begin(1000), 201)
    await refused(send(id, 0, photo.subarray(0, 5000)), 400, 'invalid_request')
  })

  test('when it speaks another protocol, or names what is not there', async () => {
    const path = `${person.workspace}/uploads`
    await refused(person.client.post(path, {}), 400, 'invalid_request')
    const other = { 'tus-resumable': '0.2.2', 'upload-length': '10' }
    await refused(person.client.post(path, undefined, other), 400, 'invalid_request')
    const folder = `folderId ${Buffer.from('none').toString('base64')}`
    await refused(begin(10, folder), 404, 'not_found')
    const brands = `brandIds ${Buffer.from('none').toString('base64')}`
    await refused(begin(10, brands), 404, 'not_found')
    const options = await person.client.request('OPTIONS', path)
    expect(options.headers.get('tus-extension')).toContain('creation')
  })

  test('when a hundred are under way, until one of them ends', async () => {
    const who = await studio.signUp()
    const open = () =>
      who.client.post(`${who.workspace}/uploads`, undefined, { ...version, 'upload-length': '10' })
    const begun = await Promise.all(Array.from({ length: 100 }, open))
    const [first] = await Promise.all(begun.map((answer) => jsonOf<Upload>(answer, 201)))
    await refused(open(), 429, 'too_many_in_progress')
    await who.client.delete(`${who.workspace}/uploads/${first?.id}`, version)
    expect((await open()).status).toBe(201)
  })
})

test('what nobody goes on with expires, and is swept away', async () => {
  const { id } = await jsonOf<Upload>(begin(photo.byteLength), 201)
  expect((await send(id, 0, photo.subarray(0, 2_000_000))).status).toBe(204)
  turnedMs = 25 * 3_600_000
  await refused(person.client.get(`${person.workspace}/uploads/${id}`), 404, 'not_found')
  turnedMs = 2 * dayMs
  const { pool } = studio.context.database
  await pool.query(`select graphile_worker.add_job('sweep_media')`)
  await until(async () => ((await staged()).length === 0 ? true : undefined))
  turnedMs = 0
})

test('one person’s upload is not there for another, signed out nobody uploads', async () => {
  const { id } = await jsonOf<Upload>(begin(photo.byteLength), 201)
  const eve = await studio.signUp()
  await refused(eve.client.get(`${eve.workspace}/uploads/${id}`), 404, 'not_found')
  await refused(eve.client.get(`${person.workspace}/uploads/${id}`), 404, 'not_found')
  const visitor = studio.visitor().post(`${person.workspace}/uploads`, undefined, version)
  await refused(visitor, 401, 'unauthenticated')
})
