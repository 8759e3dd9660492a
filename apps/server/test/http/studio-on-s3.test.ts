import { randomUUID } from 'node:crypto'
import type { Asset, BulkResult, Upload } from '@rheos/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { S3Storage } from '../../src/storage/s3-storage.ts'
import { noise } from '../library/pictures.ts'
import { video } from '../library/videos.ts'
import { type S3Server, startS3Server } from '../storage/s3-server.ts'
import { type SignedUp, startStudio, type TestStudio } from '../studio.ts'
import { draw, jsonOf, refused, until } from './asking.ts'

const version = { 'tus-resumable': '1.0.0' }

let turnedMs = 0
let bucket: S3Server
let storage: S3Storage
let studio: TestStudio
let person: SignedUp

beforeAll(async () => {
  bucket = await startS3Server(randomUUID())
  storage = new S3Storage(bucket.settings)
  studio = await startStudio({
    clock: () => Date.now() + turnedMs,
    environment: bucket.environment,
  })
  person = await studio.signUp()
})
afterAll(async () => {
  await studio.close()
  await bucket.close()
})

const keys = async () => (await storage.files(person.workspaceId)).map(({ key }) => key)

async function served(url: string): Promise<Buffer> {
  const answer = await person.client.get(url)
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}

test('uploads piece by piece, draws, serves renditions made once, deletes and sweeps', async () => {
  const { client, workspace, workspaceId } = person
  const photo = await noise(1000, 900).png({ compressionLevel: 0 }).toBuffer()
  const begun = client.post(`${workspace}/uploads`, undefined, {
    ...version,
    'upload-length': String(photo.byteLength),
  })
  const { id } = await jsonOf<Upload>(begun, 201)
  const answer = await client.request('PATCH', `${workspace}/uploads/${id}`, {
    headers: {
      ...version,
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    },
    body: new Uint8Array(photo),
  })
  expect(answer.status).toBe(204)
  const asset = await client.json<Asset>(
    `${workspace}/assets/${answer.headers.get('upload-asset')}`,
  )
  expect(await keys()).toEqual([`${workspaceId}/${asset.id}`])

  const [drawn] = (await draw(person)).assets
  if (drawn === undefined) throw new Error('Nothing was drawn.')
  const first = await served(drawn.thumbnailUrl)
  expect((await sharp(first).metadata()).width).toBe(640)
  expect((await served(drawn.thumbnailUrl)).equals(first)).toBe(true)
  // What is large comes piece by piece: once as it was made, then as it was kept.
  const large = await served(`${asset.url}?format=png`)
  expect((await served(`${asset.url}?format=png`)).equals(large)).toBe(true)
  expect((await keys()).filter((key) => key.includes('/renditions/'))).toHaveLength(2)

  // Another process has it from the bucket: with the original gone, it could not be made.
  const other = await startStudio({ environment: bucket.environment, beside: studio })
  await storage.delete(`${workspaceId}/${asset.id}`)
  const again = await client.at(other.url).get(`${asset.url}?format=png`)
  expect(large.equals(Buffer.from(await again.arrayBuffer()))).toBe(true)
  await refused(client.get(`${asset.url}?width=320`), 503, 'unavailable')
  await other.close()

  const assetIds = [asset.id, drawn.id]
  const deleted = client.post(`${workspace}/assets/bulk`, { action: 'delete', assetIds })
  expect((await jsonOf<BulkResult>(deleted, 200)).changed).toHaveLength(2)
  await storage.put(`${workspaceId}/orphan`, photo)
  turnedMs = 25 * 3_600_000
  await studio.context.database.pool.query(`select graphile_worker.add_job('sweep_media')`)
  // The original stays for as long as the picture can be restored.
  const left = [`${workspaceId}/${drawn.id}`]
  await until(async () => ((await keys()).join() === left.join() ? true : undefined))
  turnedMs = 0

  await client.post('/api/auth/delete-user', { password: person.password })
  await until(async () => ((await keys()).length === 0 ? true : undefined))
})

test('keeps a video, serves parts of it, and sweeps no frame that stands for one', async () => {
  const { client, workspace, workspaceId } = await studio.signUp()
  const file = video('bread.webm')
  const begun = client.post(`${workspace}/uploads`, undefined, {
    ...version,
    'upload-length': String(file.byteLength),
  })
  const { id } = await jsonOf<Upload>(begun, 201)
  let answer = new Response()
  for (let at = 0; at < file.byteLength; at += 5000)
    answer = await client.request('PATCH', `${workspace}/uploads/${id}`, {
      headers: {
        ...version,
        'upload-offset': String(at),
        'content-type': 'application/offset+octet-stream',
      },
      body: new Uint8Array(file.subarray(at, at + 5000)),
    })
  const path = `${workspace}/assets/${answer.headers.get('upload-asset')}`
  const part = await client.request('GET', `${path}/content`, { headers: { range: 'bytes=0-3' } })
  expect(part.status).toBe(206)
  expect(Buffer.from(await part.arrayBuffer()).toString('hex')).toBe('1a45dfa3')
  const poster = client.request('PUT', `${path}/poster`, {
    headers: { 'content-type': 'image/jpeg' },
    body: new Uint8Array(await noise(32, 18).jpeg().toBuffer()),
  })
  await jsonOf<Asset>(poster, 200)
  await storage.put(`${workspaceId}/posters/orphan`, file)
  turnedMs = 25 * 3_600_000
  await studio.context.database.pool.query(`select graphile_worker.add_job('sweep_media')`)
  const left = async () => (await storage.files(workspaceId)).map(({ key }) => key)
  await until(async () => ((await left()).length === 2 ? true : undefined))
  expect((await left()).filter((key) => key.includes('/posters/'))).toHaveLength(1)
  turnedMs = 0
})

test('says in a sentence why it does not start', async () => {
  const failure = startStudio({ environment: { ...bucket.environment, S3_BUCKET: 'none' } })
  await expect(failure).rejects.toThrow(/There is no bucket “none” at http:.*S3_BUCKET/)
})
