import sharp, { type Sharp } from 'sharp'
import { imageFormat } from '../../models/image-format.ts'
import { rawPixels } from '../../models/raw-pixels.ts'
import { pixelsMax } from './upload-limits.ts'
import { watermark } from './watermark.ts'

export type RenditionFormat = 'png' | 'jpeg' | 'webp'

export interface RenditionRequest {
  readonly original: Uint8Array
  /** At most this wide; a smaller original is not enlarged. */
  readonly width?: number
  /** The original's own format where that is one of these. */
  readonly format?: RenditionFormat
  readonly watermark: boolean
}

export interface RenderedRendition {
  readonly bytes: Uint8Array
  readonly mediaType: `image/${RenditionFormat}`
  readonly width: number
  readonly height: number
}

/**
 * What is served of an image. It is always encoded anew: place, camera and whatever else a file
 * carries beside its picture stays behind, and the original is never touched.
 */
export async function renderRendition(request: RenditionRequest): Promise<RenderedRendition> {
  const format = request.format ?? formatLike(request.original)
  const upright = sharp(request.original, { limitInputPixels: pixelsMax, failOn: 'error' }).rotate()
  const sized = await (request.width === undefined
    ? upright
    : upright.resize({ width: request.width, withoutEnlargement: true })
  )
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = sized.info
  const picture = sharp(sized.data, { raw: rawPixels(sized.info) })
  const bytes = await encode[format](
    request.watermark ? marked(picture, { width, height }) : picture,
  )
  return { bytes, mediaType: `image/${format}`, width, height }
}

function marked(picture: Sharp, size: { readonly width: number; readonly height: number }): Sharp {
  const { svg, left, top } = watermark(size)
  return picture.composite([{ input: Buffer.from(svg), left, top }])
}

function formatLike(original: Uint8Array): RenditionFormat {
  const format = imageFormat(original)
  if (format === 'gif') return 'png'
  return format === undefined || format === 'avif' ? 'webp' : format
}

const encode: Readonly<Record<RenditionFormat, (picture: Sharp) => Promise<Uint8Array>>> = {
  png: (picture) => picture.png({ compressionLevel: 7 }).toBuffer(),
  jpeg: (picture) => picture.flatten({ background: '#ffffff' }).jpeg({ quality: 90 }).toBuffer(),
  webp: (picture) => picture.webp({ quality: 88 }).toBuffer(),
}
