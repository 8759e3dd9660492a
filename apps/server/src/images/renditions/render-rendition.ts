import sharp, { type Sharp } from 'sharp'
import { rawPixels } from '../../models/raw-pixels.ts'
import { encodePicture, formatLike, type RenditionFormat } from './encode-picture.ts'
import { type Shape, shapes } from './shapes.ts'
import { pixelsMax } from './upload-limits.ts'
import { watermark } from './watermark.ts'

export interface RenditionRequest {
  readonly original: Uint8Array
  /** At most this wide; a smaller original is not enlarged. */
  readonly width?: number
  /** Cut around the middle and brought to exactly this size, instead of a width. */
  readonly shape?: Shape
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
  const sized = await inSize(upright, request)
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = sized.info
  const picture = sharp(sized.data, { raw: rawPixels(sized.info) })
  const shown = request.watermark ? marked(picture, { width, height }) : picture
  const bytes = await encodePicture(shown, format)
  return { bytes, mediaType: `image/${format}`, width, height }
}

function inSize(picture: Sharp, { width, shape }: RenditionRequest): Sharp {
  if (shape !== undefined) return picture.resize({ ...shapes[shape], fit: 'cover' })
  return width === undefined ? picture : picture.resize({ width, withoutEnlargement: true })
}

function marked(picture: Sharp, size: { readonly width: number; readonly height: number }): Sharp {
  const { svg, left, top } = watermark(size)
  return picture.composite([{ input: Buffer.from(svg), left, top }])
}
