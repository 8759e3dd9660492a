import { loadBrief } from '../brands/brief.ts'
import type { Clock } from '../clock.ts'
import type { Database, Transaction } from '../db/database.ts'
import { assets } from '../db/schema.ts'
import {
  type Delivery,
  GenerationFailure,
  type GenerationKind,
  type Order,
  type Work,
} from '../generation/generation-kind.ts'
import { seedOf } from '../generation/seed.ts'
import { originalKey } from '../library/asset-row.ts'
import type { BrandBrief } from '../models/brand-brief.ts'
import type { ImageModel, SourcePicture } from '../models/image-model.ts'
import type { Storage } from '../storage/storage.ts'
import { assetMade, type Stored } from './asset-made.ts'
import { type ImageOrder, imageOrderSchema } from './image-order.ts'
import { makeImage } from './make-image.ts'
import { findSource, loadSource, type Source } from './source-picture.ts'

interface Studio {
  readonly database: Database
  readonly storage: Storage
  readonly model: ImageModel
  readonly clock: Clock
  readonly newId: () => string
}

/** Everything that one run works with. */
interface Making {
  readonly order: Order
  readonly request: ImageOrder
  readonly brand: BrandBrief | undefined
  readonly source: Source | undefined
  /** Loaded once, however many are made from it. */
  readonly picture: SourcePicture | undefined
}

/** Makes what was ordered: one call for each image, so that one failure leaves its siblings alone. */
export function drawImages(studio: Studio): GenerationKind {
  return {
    kind: 'image',
    generate: async (order, work) => {
      const making = await prepared(studio, order)
      const { stored, failures } = await makeAll(studio, making, work)
      if (stored.length === 0) throw failures[0] ?? new Error('No image was asked for.')
      return delivery(studio, making, stored, work.signal)
    },
  }
}

async function prepared({ database: { db }, storage }: Studio, order: Order): Promise<Making> {
  const request = imageOrderSchema.parse(order.request)
  const { workspaceId, brandId } = order
  const [brand, source] = await Promise.all([
    loadBrief({ db, storage }, workspaceId, brandId),
    request.assetId === null ? undefined : findSource(db, workspaceId, request.assetId),
  ])
  if (request.way === 'draw') return { order, request, brand, source, picture: undefined }
  if (source === undefined) throw new GenerationFailure('not_found', 'The picture is gone.')
  const picture = await loadSource(storage, source, { whole: request.way === 'upscale' })
  return { order, request, brand, source, picture }
}

async function makeAll(
  studio: Studio,
  making: Making,
  work: Work,
): Promise<{ readonly stored: readonly Stored[]; readonly failures: readonly unknown[] }> {
  let done = 0
  const total = making.order.quantity
  const tell = () => work.progress(progress(making.request, done, total))
  tell()
  const draw = async (index: number): Promise<Stored> => {
    const stored = await makeOne(studio, making, work.signal, index)
    done += 1
    if (done < total) tell()
    return stored
  }
  const outcomes = await Promise.allSettled(
    Array.from({ length: total }, (_, index) => draw(index)),
  )
  return {
    stored: outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : [])),
    failures: outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason] : [],
    ),
  }
}

async function makeOne(
  studio: Studio,
  { order, request, brand, picture: source }: Making,
  signal: AbortSignal,
  index: number,
): Promise<Stored> {
  const seed = request.seed ?? seedOf(order.id, index)
  const asked = { order: request, source, brand, seed }
  const image = await unlessAborted(() => makeImage(studio.model, asked, signal), signal)
  const assetId = studio.newId()
  await studio.storage.put(originalKey(order.workspaceId, assetId), image.bytes)
  return { assetId, seed, image }
}

/** A model that does not stop when told is not waited for; what is complete by then is delivered. */
async function unlessAborted<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  let abandon: (() => void) | undefined
  const aborted = new Promise<never>((_, reject) => {
    abandon = () => reject(signal.reason)
    signal.addEventListener('abort', abandon, { once: true })
  })
  try {
    return await Promise.race([work(), aborted])
  } finally {
    if (abandon !== undefined) signal.removeEventListener('abort', abandon)
  }
}

function delivery(
  studio: Studio,
  { order, request, source }: Making,
  stored: readonly Stored[],
  signal: AbortSignal,
): Delivery {
  const note = noteOn(stored.length, order.quantity, signal.aborted)
  return {
    delivered: stored.length,
    madeBy: stored.map(({ image: { provider, model } }) => ({ provider, model, units: 1 })),
    keep: async (tx: Transaction) => {
      const from = { source, builtIn: studio.model.builtIn, at: studio.clock() }
      const rows = stored.map((one) => assetMade(order, request, one, from))
      await tx.db.insert(assets).values(rows)
      return { assetIds: rows.map((row) => row.id) }
    },
    discard: async () => {
      const keys = stored.map((one) => originalKey(order.workspaceId, one.assetId))
      await Promise.all(keys.map((key) => studio.storage.delete(key)))
    },
    ...(note !== undefined && { note }),
  }
}

const doing = {
  draw: 'Drawing',
  vary: 'Drawing',
  edit: 'Editing the picture',
  background: 'Replacing the background',
  upscale: 'Upscaling',
} as const

function progress({ way }: ImageOrder, done: number, total: number) {
  const message = total === 1 ? doing[way] : `${doing[way]} ${done + 1} of ${total}`
  return { done, total, message }
}

function noteOn(delivered: number, ordered: number, cancelled: boolean): string | undefined {
  if (delivered === ordered) return undefined
  return cancelled
    ? `${delivered} of ${ordered} images had been drawn when this was stopped; you paid for ${delivered}.`
    : `${delivered} of ${ordered} images were delivered; you paid for ${delivered}.`
}
