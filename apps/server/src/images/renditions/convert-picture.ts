import sharp from 'sharp'
import type { MadePicture } from './crop-picture.ts'
import { encodePicture, formatLike, type RenditionFormat } from './encode-picture.ts'
import { pixelsMax } from './upload-limits.ts'

/** What a picture must be to be taken somewhere. */
export interface Conversion {
  readonly mediaType?: `image/${RenditionFormat}` | undefined
  readonly maxBytes?: number | undefined
  readonly maxPixels?: number | undefined
  readonly maxWidth?: number | undefined
  readonly maxHeight?: number | undefined
}

interface Size {
  readonly width: number
  readonly height: number
}

const qualitySteps = [92, 84, 76, 68] as const
/** Below this a picture is no longer itself. */
const sideMin = 64
const shrinkBy = 0.8

/** Encodes a picture so that it is what is asked, as good and as large as that allows; undefined when it cannot be. */
export async function convertPicture(
  original: Uint8Array,
  conversion: Conversion,
): Promise<MadePicture | undefined> {
  const source = sharp(original, { limitInputPixels: pixelsMax, failOn: 'error' }).rotate()
  const { autoOrient, hasAlpha } = await source.metadata()
  const format = formatFor(original, conversion, hasAlpha)
  for (
    let size = within(autoOrient, conversion);
    isPicture(size, autoOrient);
    size = smaller(size)
  ) {
    for (const quality of format === 'png' ? [100] : qualitySteps) {
      const sized = source
        .clone()
        .resize({ ...size, fit: 'fill' })
        .toColourspace('srgb')
      const bytes = await encodePicture(sized, format, quality)
      if (bytes.byteLength <= (conversion.maxBytes ?? Number.POSITIVE_INFINITY))
        return { bytes, mediaType: `image/${format}`, ...size }
    }
  }
  return undefined
}

/** A PNG that must be light becomes a JPEG, unless that would paint over what is transparent. */
function formatFor(
  original: Uint8Array,
  { mediaType, maxBytes }: Conversion,
  hasAlpha: boolean,
): RenditionFormat {
  if (mediaType !== undefined) return mediaType.replace('image/', '') as RenditionFormat
  const own = formatLike(original)
  if (own !== 'png' || maxBytes === undefined || original.byteLength <= maxBytes) return own
  return hasAlpha ? 'webp' : 'jpeg'
}

function within({ width, height }: Size, { maxPixels, maxWidth, maxHeight }: Conversion): Size {
  const scale = Math.min(
    1,
    (maxWidth ?? width) / width,
    (maxHeight ?? height) / height,
    Math.sqrt((maxPixels ?? width * height) / (width * height)),
  )
  return { width: Math.floor(width * scale), height: Math.floor(height * scale) }
}

function smaller({ width, height }: Size): Size {
  return { width: Math.floor(width * shrinkBy), height: Math.floor(height * shrinkBy) }
}

/** A picture that was small from the beginning may stay so. */
function isPicture(size: Size, original: Size): boolean {
  return (
    size.width >= Math.min(sideMin, original.width) &&
    size.height >= Math.min(sideMin, original.height)
  )
}
