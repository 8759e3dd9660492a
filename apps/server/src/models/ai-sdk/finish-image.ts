import sharp, { type Metadata, type OutputInfo } from 'sharp'
import type { BrandBrief } from '../brand-brief.ts'
import { imageFormat } from '../image-format.ts'
import type { MadePicture } from '../image-model.ts'
import { ModelError } from '../model-error.ts'
import { placeLogo } from '../place-logo.ts'
import { rawPixels } from '../raw-pixels.ts'
import { sentences } from './model-error-from.ts'

const pixelsMax = 50_000_000
/** What is larger is encoded anew, which costs time and saves storage. */
const keptBytesMax = 8 * 1024 * 1024

interface Wanted {
  readonly width: number
  readonly height: number
  readonly brand?: BrandBrief | undefined
  readonly withLogo: boolean
}

type Finished = Pick<MadePicture, 'bytes' | 'mediaType' | 'width' | 'height'>

/**
 * What a provider sent, as an image of exactly the size that was asked for. A provider may send
 * anything under the name of an image, so the bytes are decoded before they are believed.
 */
export async function finishImage(bytes: Uint8Array, wanted: Wanted): Promise<Finished> {
  if (imageFormat(bytes) === undefined) throw new ModelError('provider_failed', sentences.notImage)
  try {
    return (await asItCame(bytes, wanted)) ?? (await finished(bytes, wanted))
  } catch (error) {
    throw new ModelError('provider_failed', sentences.notImage, { cause: error })
  }
}

const keptTypes = { png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp' } as const

/** What needs no change is kept as it came: to encode it again would only make it worse, and late. */
async function asItCame(bytes: Uint8Array, wanted: Wanted): Promise<Finished | undefined> {
  const format = imageFormat(bytes)
  if (format === undefined || !(format in keptTypes)) return undefined
  const hasLogo = wanted.withLogo && wanted.brand?.logo !== undefined
  if (hasLogo || bytes.byteLength > keptBytesMax) return undefined
  const { width, height } = wanted
  if (!isReady(await sharp(bytes).metadata(), wanted)) return undefined
  await decodeAll(bytes, width, height)
  return { bytes, mediaType: keptTypes[format as keyof typeof keptTypes], width, height }
}

/** Throws where any of it is broken: its last row cannot be had without all those above. */
async function decodeAll(bytes: Uint8Array, width: number, height: number): Promise<void> {
  const options = { limitInputPixels: pixelsMax, failOn: 'error', sequentialRead: true } as const
  const lastRow = { left: 0, top: height - 1, width, height: 1 }
  await sharp(bytes, options).extract(lastRow).raw().toBuffer()
}

function isReady(header: Metadata, { width, height }: Wanted): boolean {
  const { orientation = 1, pages = 1, hasAlpha = false } = header
  const isPlain = orientation === 1 && pages === 1 && !hasAlpha && !header.icc
  const isOurs = header.space === 'srgb' && header.depth === 'uchar'
  return isPlain && isOurs && header.width === width && header.height === height
}

async function finished(bytes: Uint8Array, wanted: Wanted): Promise<Finished> {
  const { width, height } = wanted
  const covered = await sharp(bytes, { limitInputPixels: pixelsMax, failOn: 'error' })
    .rotate()
    .resize(width, height, { fit: 'cover', position: 'attention' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const image = sharp(covered.data, { raw: rawPixels(covered.info) })
  const layers = await logoLayers(wanted, covered)
  const encoded = image
    .composite([...layers])
    // As good as WebP of this quality to the eye, and made in a tenth of the time.
    .jpeg({ quality: 94, chromaSubsampling: '4:4:4' })
  return { bytes: await encoded.toBuffer(), mediaType: 'image/jpeg', width, height }
}

async function logoLayers(
  { brand, withLogo }: Wanted,
  image: { readonly data: Buffer; readonly info: OutputInfo },
) {
  const logo = brand?.logo
  if (!withLogo || !logo) return []
  const { width, height } = image.info
  const unit = Math.min(width, height)
  const margin = Math.round(unit * 0.05)
  const box = { width: Math.round(unit * 0.26), height: Math.round(unit * 0.11) }
  const corner = { left: margin, top: height - margin - box.height, ...box }
  const behind = await sharp(image.data, { raw: rawPixels(image.info) })
    .extract(corner)
    .stats()
  const [red = 0, green = 0, blue = 0] = behind.channels.map(
    (channel) => (channel.mean / 255) ** 2.2,
  )
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return placeLogo(logo, { x: corner.left, y: corner.top, ...box, align: 'left' }, luminance)
}
