import sharp, { type Sharp } from 'sharp'
import type { Adjustment } from './adjustment.ts'

/** Adjustments of colour, sharpness and shape; text is laid over by itself. */
export type PixelAdjustment = Exclude<Adjustment, { kind: 'text' | 'words' | 'layout' }>

export interface Pixels {
  readonly data: Buffer
  readonly raw: { readonly width: number; readonly height: number; readonly channels: 4 }
}

/** Each adjustment is a pass of its own: sharp would otherwise apply them in an order of its own. */
export async function adjust(
  pixels: Pixels,
  adjustments: readonly PixelAdjustment[],
): Promise<Pixels> {
  let adjusted = pixels
  for (const adjustment of adjustments) {
    adjusted = await toPixels(
      applied(sharp(adjusted.data, { raw: adjusted.raw }), adjustment, adjusted),
    )
  }
  return adjusted
}

/** Red, green, blue and alpha of a picture. */
export async function toPixels(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, raw: { width: info.width, height: info.height, channels: 4 } }
}

function applied(picture: Sharp, adjustment: PixelAdjustment, { raw }: Pixels): Sharp {
  switch (adjustment.kind) {
    case 'light':
      return onColors(picture, gainOf(adjustment.by), 0)
    case 'warmth':
      return warmed(picture, adjustment.by)
    case 'contrast': {
      const gain = adjustment.by > 0 ? 1 + 0.28 * adjustment.by : 1 / (1 - 0.35 * adjustment.by)
      return onColors(picture, gain, 128 * (1 - gain))
    }
    case 'color':
      return picture.modulate({
        saturation: adjustment.by > 0 ? 1 + 0.45 * adjustment.by : 1 / (1 - 0.9 * adjustment.by),
      })
    case 'grey':
      return picture.modulate({ saturation: 0 })
    case 'sepia':
      return picture.modulate({ saturation: 0 }).recomb(sepia)
    case 'blur':
      return adjustment.by > 0
        ? picture.blur(Math.max(0.5, Math.max(raw.width, raw.height) * 0.006 * adjustment.by))
        : picture.sharpen({ sigma: 1.2 })
    case 'sharpen':
      return picture.sharpen({ sigma: 1.1, m1: 0.6, m2: 2 + 2 * Math.abs(adjustment.by) })
    case 'mirror':
      return picture.flop()
    case 'turn':
      return picture.rotate(adjustment.degrees)
    case 'crop':
      return cropped(picture, raw, adjustment.ratio)
  }
}

/** A stop up or down is too much for a wish in words: two thirds of one. */
function gainOf(by: number): number {
  return 1.35 ** by
}

/** A line for red, green and blue that leaves transparency alone. */
function onColors(picture: Sharp, gain: number, offset: number): Sharp {
  return picture.linear([gain, gain, gain, 1], [offset, offset, offset, 0])
}

function warmed(picture: Sharp, by: number): Sharp {
  const [red, blue] = [1 + 0.1 * by, 1 - 0.14 * by]
  return picture.linear([red, 1 + 0.02 * by, blue, 1], [0, 0, 0, 0])
}

type Recombination = Parameters<Sharp['recomb']>[0]
const sepia: Recombination = [
  [0.393, 0.769, 0.189],
  [0.349, 0.686, 0.168],
  [0.272, 0.534, 0.131],
]

function cropped(picture: Sharp, raw: Pixels['raw'], ratio: number): Sharp {
  const width = Math.min(raw.width, Math.round(raw.height * ratio))
  const height = Math.min(raw.height, Math.round(width / ratio))
  return picture.resize(Math.max(1, width), Math.max(1, height), {
    fit: 'cover',
    position: 'attention',
  })
}
