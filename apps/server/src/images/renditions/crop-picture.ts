import sharp from 'sharp'
import { encodePicture, formatLike, type RenditionFormat } from './encode-picture.ts'
import { pixelsMax } from './upload-limits.ts'

/** A part of an upright picture, in its pixels. */
export interface Region {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface MadePicture {
  readonly bytes: Uint8Array
  readonly mediaType: `image/${RenditionFormat}`
  readonly width: number
  readonly height: number
}

/** Cuts a region out of a picture and brings it to a size, if one is asked for. */
export async function cropPicture(
  original: Uint8Array,
  region: Region,
  target?: { readonly width: number; readonly height: number },
): Promise<MadePicture> {
  const format = formatLike(original)
  const { x: left, y: top, width, height } = region
  const cut = sharp(original, { limitInputPixels: pixelsMax, failOn: 'error' })
    .rotate()
    .extract({ left, top, width, height })
  const sized = target === undefined ? cut : cut.resize({ ...target, fit: 'cover' })
  const bytes = await encodePicture(sized.toColourspace('srgb'), format, quality)
  return { bytes, mediaType: `image/${format}`, ...(target ?? { width, height }) }
}

/** What is made of it is encoded once more on its way out. */
const quality = 95

/**
 * The region in whole pixels within the picture, or undefined when it is none: fractions are of the
 * picture's sides, and what rounding pushes past an edge is taken back.
 */
export function regionIn(
  picture: { readonly width: number; readonly height: number },
  asked: Region & { readonly unit: 'fraction' | 'pixel' },
): Region | undefined {
  const across = asked.unit === 'fraction' ? picture.width : 1
  const down = asked.unit === 'fraction' ? picture.height : 1
  const x = Math.round(asked.x * across)
  const y = Math.round(asked.y * down)
  const right = Math.round((asked.x + asked.width) * across)
  const bottom = Math.round((asked.y + asked.height) * down)
  if (x < 0 || y < 0 || right > picture.width || bottom > picture.height) return undefined
  return right - x < 1 || bottom - y < 1
    ? undefined
    : { x, y, width: right - x, height: bottom - y }
}
