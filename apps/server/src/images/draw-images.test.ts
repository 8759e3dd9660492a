import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Database } from '../db/database.ts'
import type { Order, Work } from '../generation/generation-kind.ts'
import { Interruption } from '../generation/interruption.ts'
import type { DrawnImage, ImageModel, ImageRequest } from '../models/image-model.ts'
import { ModelError } from '../models/model-error.ts'
import { DiskStorage } from '../storage/disk-storage.ts'
import { drawImages } from './draw-images.ts'

let folder: string
// Without a brand nothing is read from the database, so it is never connected to.
const database = new Database('postgres://nobody@127.0.0.1:1/none', { connectionsMax: 1 })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rheos-draw-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

type Draw = (request: ImageRequest, call: number, signal: AbortSignal) => Promise<DrawnImage>

function studio(draw: Draw) {
  let calls = 0
  let ids = 0
  const model: ImageModel = {
    provider: 'scripted',
    builtIn: false,
    draw: (request, { signal }) => draw(request, calls++, signal),
  }
  const newId = () => `id-${ids++}`
  const storage = new DiskStorage(folder, newId)
  return drawImages({ database, storage, model, clock: () => 0, newId })
}

const order = (count: number): Order => ({
  workspaceId: 'w',
  id: 'g',
  memberId: 'm',
  brandId: undefined,
  request: { prompt: 'bread', tier: 'standard', aspect: 'square', count, withLogo: true },
  quantity: count,
  unitPrice: 5,
})

function work(signal = new AbortController().signal) {
  const messages: string[] = []
  const told: Work = {
    signal,
    progress: ({ message }) => messages.push(message),
    emit: () => undefined,
  }
  return { ...told, messages }
}

const image = (request: ImageRequest): DrawnImage => ({
  bytes: new Uint8Array([1, 2, 3]),
  mediaType: 'image/png',
  width: request.width,
  height: request.height,
  provider: 'scripted',
  model: 'one',
  alt: 'Bread',
})

const storedFiles = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  ).length

it('draws each image by a call of its own, with a seed of its own', async () => {
  const seeds: number[] = []
  const kind = studio(async (request) => {
    seeds.push(request.seed)
    return image(request)
  })
  const told = work()
  const delivery = await kind.generate(order(4), told)
  expect(delivery).toMatchObject({ delivered: 4 })
  expect(delivery.note).toBeUndefined()
  expect(new Set(seeds).size).toBe(4)
  expect(told.messages[0]).toBe('Drawing 1 of 4')
  expect(told.messages.at(-1)).toBe('Drawing 4 of 4')
})

it('delivers the siblings of one that failed', async () => {
  const kind = studio(async (request, call) => {
    if (call === 1) throw new ModelError('provider_failed', 'It failed.')
    return image(request)
  })
  const delivery = await kind.generate(order(4), work())
  expect(delivery.delivered).toBe(3)
  expect(delivery.note).toBe('3 of 4 images were delivered; you paid for 3.')
})

it('fails with the reason of the model when nothing was drawn', async () => {
  const kind = studio(async () => {
    throw new ModelError('provider_refused', 'It was refused.')
  })
  await expect(kind.generate(order(2), work())).rejects.toMatchObject({ code: 'provider_refused' })
  expect(await storedFiles()).toBe(0)
})

it('delivers what is complete when it is cancelled, even if the model does not stop', async () => {
  const abort = new AbortController()
  const kind = studio((request, call) => {
    if (call > 0) return new Promise(() => undefined)
    return Promise.resolve(image(request)).finally(() =>
      setImmediate(() => abort.abort(new Interruption('cancelled'))),
    )
  })
  const delivery = await kind.generate(order(4), work(abort.signal))
  expect(delivery.delivered).toBe(1)
  expect(delivery.note).toBe('1 of 4 images had been drawn when this was stopped; you paid for 1.')
})

it('leaves no file behind when the result is discarded', async () => {
  const delivery = await studio(async (request) => image(request)).generate(order(2), work())
  expect(await storedFiles()).toBe(2)
  await delivery.discard?.()
  expect(await storedFiles()).toBe(0)
})
