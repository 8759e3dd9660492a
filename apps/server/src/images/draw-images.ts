import { loadBrief } from '../brands/brief.ts'
import type { Clock } from '../clock.ts'
import type { Database, Transaction } from '../db/database.ts'
import { assets } from '../db/schema.ts'
import type { Delivery, GenerationKind, Order, Work } from '../generation/generation-kind.ts'
import { seedOf } from '../generation/seed.ts'
import { newAssetRow, originalKey } from '../library/asset-row.ts'
import type { BrandBrief } from '../models/brand-brief.ts'
import type { DrawnImage, ImageModel } from '../models/image-model.ts'
import { imageSize } from '../models/image-size.ts'
import type { Storage } from '../storage/storage.ts'
import { type ImageOrder, imageOrderSchema } from './image-order.ts'

interface Studio {
  readonly database: Database
  readonly storage: Storage
  readonly model: ImageModel
  readonly clock: Clock
  readonly newId: () => string
}

/** A drawn image whose original lies in the storage. */
interface Stored {
  readonly assetId: string
  readonly seed: number
  readonly image: DrawnImage
}

/** Draws what was ordered: one call for each image, so that one failure leaves its siblings alone. */
export function drawImages(studio: Studio): GenerationKind {
  return {
    kind: 'image',
    generate: async (order, work) => {
      const request = imageOrderSchema.parse(order.request)
      const { db } = studio.database
      const brand = await loadBrief(
        { db, storage: studio.storage },
        order.workspaceId,
        order.brandId,
      )
      const { stored, failures } = await drawAll(studio, order, work, request, brand)
      if (stored.length === 0) throw failures[0] ?? new Error('No image was asked for.')
      return delivery(studio, order, request, stored, work.signal)
    },
  }
}

async function drawAll(
  studio: Studio,
  order: Order,
  work: Work,
  request: ImageOrder,
  brand: BrandBrief | undefined,
): Promise<{ readonly stored: readonly Stored[]; readonly failures: readonly unknown[] }> {
  let done = 0
  const total = order.quantity
  work.progress(progress(done, total))
  const draw = async (index: number): Promise<Stored> => {
    const stored = await drawOne(studio, order, work.signal, request, brand, index)
    done += 1
    if (done < total) work.progress(progress(done, total))
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

async function drawOne(
  studio: Studio,
  order: Order,
  signal: AbortSignal,
  request: ImageOrder,
  brand: BrandBrief | undefined,
  index: number,
): Promise<Stored> {
  const seed = seedOf(order.id, index)
  const { prompt, tier, aspect, withLogo } = request
  const size = imageSize(aspect, tier)
  const asked = { prompt, tier, aspect, ...size, seed, withLogo, ...(brand && { brand }) }
  const image = await unlessAborted(() => studio.model.draw(asked, { signal }), signal)
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
  order: Order,
  request: ImageOrder,
  stored: readonly Stored[],
  signal: AbortSignal,
): Delivery {
  const note = noteOn(stored.length, order.quantity, signal.aborted)
  return {
    delivered: stored.length,
    madeBy: stored.map(({ image: { provider, model } }) => ({ provider, model, units: 1 })),
    keep: async (tx: Transaction) => {
      const rows = stored.map((one) => assetRow(studio, order, request, one))
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

function assetRow(
  studio: Studio,
  order: Order,
  request: ImageOrder,
  { assetId, seed, image }: Stored,
) {
  return newAssetRow({
    workspaceId: order.workspaceId,
    id: assetId,
    kind: 'generated',
    mediaType: image.mediaType,
    width: image.width,
    height: image.height,
    bytes: image.bytes.byteLength,
    alt: image.alt,
    brandId: order.brandId ?? null,
    generationId: order.id,
    made: {
      prompt: request.prompt,
      tier: request.tier,
      aspect: request.aspect,
      provider: image.provider,
      model: image.model,
      builtIn: studio.model.builtIn,
      credits: order.unitPrice,
      seed,
    },
    createdBy: order.memberId,
    createdAt: studio.clock(),
  })
}

function progress(done: number, total: number) {
  const message = total === 1 ? 'Drawing' : `Drawing ${done + 1} of ${total}`
  return { done, total, message }
}

function noteOn(delivered: number, ordered: number, cancelled: boolean): string | undefined {
  if (delivered === ordered) return undefined
  return cancelled
    ? `${delivered} of ${ordered} images had been drawn when this was stopped; you paid for ${delivered}.`
    : `${delivered} of ${ordered} images were delivered; you paid for ${delivered}.`
}
