import { createHash } from 'node:crypto'
import { limits, type Network } from '@rheos/preflight'
import sharp from 'sharp'
import type { FrozenMedia } from '../../db/publishing-tables.ts'
import { type Conversion, convertPicture } from '../../images/renditions/convert-picture.ts'
import { formatOfMediaType, type RenditionFormat } from '../../images/renditions/encode-picture.ts'
import { renderAnimation } from '../../images/renditions/render-animation.ts'
import { renderRendition } from '../../images/renditions/render-rendition.ts'
import { pixelsMax } from '../../images/renditions/upload-limits.ts'
import { type AssetRecord, isMadeHere } from '../../library/asset-view.ts'
import { isVideo } from '../../library/require-picture.ts'
import type { Storage } from '../../storage/storage.ts'
import { frozenVideo } from './frozen-video.ts'

/** Counts how they are made: another number where another file comes out. */
const madeAs = 1

/** What a network takes of a picture, and whether it carries the mark. */
export interface FileOrder {
  readonly asset: AssetRecord
  readonly network: Network
  /** Of the plan; only what was made here carries it. */
  readonly watermark: boolean
}

export type FrozenFile = Omit<FrozenMedia, 'assetId' | 'alt'>

/** Where the frozen files of an asset lie; the sweep keeps them while a delivery needs them. */
export function frozenFolder(workspaceId: string, assetId: string): string {
  return `${workspaceId}/published/${assetId}`
}

/**
 * The file that is sent to a network: of a type and size that it takes, with the mark where the plan
 * has one, without the place and camera that the original may tell. Made once, and looked at as it
 * lies there; a video is sent as it is. Undefined when the original is gone.
 */
export async function frozenFile(
  storage: Storage,
  order: FileOrder,
): Promise<FrozenFile | undefined> {
  if (isVideo(order.asset)) return frozenVideo(storage, order.asset)
  const key = keyOf(order)
  const kept = await storage.get(key)
  if (kept !== undefined) return probed(key, kept)
  const original = await storage.get(order.asset.storageKey)
  if (original === undefined) return undefined
  const bytes = await render(original, order)
  await storage.put(key, bytes)
  return probed(key, bytes)
}

function keyOf(order: FileOrder): string {
  const { asset, network } = order
  const wish = JSON.stringify([
    madeAs,
    network,
    conversionOf(order),
    isMarked(order),
    isMoving(order),
  ])
  const name = createHash('sha256').update(wish).digest('hex').slice(0, 24)
  return `${frozenFolder(asset.workspaceId, asset.id)}/${name}`
}

async function render(original: Uint8Array, order: FileOrder): Promise<Uint8Array> {
  if (isMoving(order)) return (await renderAnimation(original)).bytes
  const { maxBytes = Number.POSITIVE_INFINITY, ...conversion } = conversionOf(order)
  const format = conversion.mediaType?.replace('image/', '') as RenditionFormat
  const { bytes, width, height } = await renderRendition({
    original,
    watermark: isMarked(order),
    format,
  })
  const fits =
    bytes.byteLength <= maxBytes &&
    width <= (conversion.maxWidth ?? width) &&
    height <= (conversion.maxHeight ?? height) &&
    width * height <= (conversion.maxPixels ?? width * height)
  if (fits) return bytes
  const made = await convertPicture(bytes, conversionFor(conversion, maxBytes))
  // What cannot be made small enough is sent as it is: the checks then say so before it is.
  return made?.bytes ?? bytes
}

/** A PNG that is too heavy goes as JPEG where the network takes one. */
function conversionFor(conversion: Conversion, maxBytes: number): Conversion {
  const bounded = { ...conversion, ...(Number.isFinite(maxBytes) && { maxBytes }) }
  return conversion.mediaType === 'image/png' ? { ...bounded, mediaType: 'image/jpeg' } : bounded
}

function conversionOf({ asset, network }: FileOrder): Conversion {
  const images = limits[network].media.images
  if (images === null) return { mediaType: `image/${formatOfMediaType(asset.mediaType)}` }
  const taken = images.types.filter((type): type is `image/${RenditionFormat}` =>
    ['image/png', 'image/jpeg', 'image/webp'].includes(type),
  )
  const own = `image/${formatOfMediaType(asset.mediaType)}` as const
  const { width: maxWidth, height: maxHeight } = images.advisedPixels
  return {
    mediaType: taken.includes(own) ? own : (taken[0] ?? 'image/jpeg'),
    maxBytes: images.maxBytes,
    maxWidth,
    maxHeight,
    ...(images.maxPixels !== null && { maxPixels: images.maxPixels }),
  }
}

function isMarked({ asset, watermark }: FileOrder): boolean {
  return watermark && isMadeHere(asset)
}

/** An animation goes as it is where the network plays it. */
function isMoving({ asset, network }: FileOrder): boolean {
  const images = limits[network].media.images
  return (
    asset.animated &&
    images !== null &&
    images.animated.shown !== 'still' &&
    images.types.includes(asset.mediaType) &&
    asset.bytes <= (images.animated.maxBytes ?? images.maxBytes)
  )
}

async function probed(renditionKey: string, bytes: Uint8Array): Promise<FrozenFile> {
  const found = await sharp(bytes, { limitInputPixels: pixelsMax, failOn: 'error' }).metadata()
  return {
    renditionKey,
    mediaType: `image/${found.format}`,
    width: found.width,
    height: found.pageHeight ?? found.height,
    bytes: bytes.byteLength,
  }
}
