import { and, eq } from 'drizzle-orm'
import sharp from 'sharp'
import type { Statements } from '../db/database.ts'
import { assets } from '../db/schema.ts'
import type { KnownPicture } from '../models/text-model.ts'
import type { Storage } from '../storage/storage.ts'

/** Enough for a model to see what it is, and cheap to send. */
const sideMax = 768
const pixelsMax = 100_000_000

/** A picture of the library as a model may be told of it; what cannot be read is left out. */
export async function knownPicture(
  from: { readonly db: Statements; readonly storage: Storage },
  workspaceId: string,
  assetId: string,
): Promise<KnownPicture> {
  const [asset] = await from.db
    .select()
    .from(assets)
    .where(and(eq(assets.workspaceId, workspaceId), eq(assets.id, assetId)))
  if (asset === undefined) throw new Error('A picture that was there when it was asked for is not.')
  const bytes = await from.storage.get(asset.storageKey)
  const jpeg = bytes && (await small(bytes).catch(() => undefined))
  const isSet = asset.kind === 'design' || asset.kind === 'slide'
  return {
    width: asset.width,
    height: asset.height,
    prompt: asset.made?.prompt ?? '',
    words: isSet ? asset.alt : '',
    fileName: asset.fileName ?? '',
    colors: jpeg === undefined ? [] : await mainColors(jpeg),
    jpeg,
  }
}

async function small(bytes: Uint8Array): Promise<Uint8Array> {
  return sharp(bytes, { limitInputPixels: pixelsMax })
    .rotate()
    .resize(sideMax, sideMax, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .toBuffer()
}

/** The two or three colours that fill most of it, the largest first. */
async function mainColors(jpeg: Uint8Array): Promise<readonly string[]> {
  const { data } = await sharp(jpeg)
    .resize(32, 32, { fit: 'fill' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const bins = new Map<number, { count: number; sum: [number, number, number] }>()
  for (let at = 0; at + 2 < data.length; at += 3) {
    const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3)
    const key = ((r >> 6) << 4) | ((g >> 6) << 2) | (b >> 6)
    const bin = bins.get(key) ?? { count: 0, sum: [0, 0, 0] }
    bin.count += 1
    bin.sum = [bin.sum[0] + r, bin.sum[1] + g, bin.sum[2] + b]
    bins.set(key, bin)
  }
  return [...bins.values()]
    .filter(({ count }) => count > 32 * 32 * 0.12)
    .sort((one, other) => other.count - one.count)
    .slice(0, 3)
    .map(({ count, sum }) => `#${sum.map((part) => hex(part / count)).join('')}`)
}

function hex(part: number): string {
  return Math.round(part).toString(16).padStart(2, '0')
}
