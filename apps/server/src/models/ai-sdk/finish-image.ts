import sharp, { type OutputInfo, type Sharp } from 'sharp'
import { imageFormat } from '../image-format.ts'
import type { DrawnImage, ImageRequest } from '../image-model.ts'
import { ModelError } from '../model-error.ts'
import { placeLogo } from '../place-logo.ts'
import { rawPixels } from '../raw-pixels.ts'
import { sentences } from './model-error-from.ts'

const pixelsMax = 50_000_000

/**
 * What a provider sent, as an image of exactly the size that was asked for. A provider may send
 * anything under the name of an image, so the bytes are decoded before they are believed.
 */
export async function finishImage(
  bytes: Uint8Array,
  request: ImageRequest,
): Promise<Pick<DrawnImage, 'bytes' | 'mediaType' | 'width' | 'height'>> {
  if (imageFormat(bytes) === undefined) throw new ModelError('provider_failed', sentences.notImage)
  const { width, height } = request
  try {
    const covered = await sharp(bytes, { limitInputPixels: pixelsMax, failOn: 'error' })
      .rotate()
      .resize(width, height, { fit: 'cover', position: 'attention' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const image = sharp(covered.data, { raw: rawPixels(covered.info) })
    const layers = await logoLayers(request, covered)
    return {
      bytes: await encode(image.composite([...layers])),
      mediaType: 'image/webp',
      width,
      height,
    }
  } catch (error) {
    throw new ModelError('provider_failed', sentences.notImage, { cause: error })
  }
}

async function logoLayers(
  request: ImageRequest,
  image: { readonly data: Buffer; readonly info: OutputInfo },
) {
  const logo = request.brand?.logo
  if (!request.withLogo || !logo) return []
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

async function encode(image: Sharp): Promise<Uint8Array> {
  return image.webp({ quality: 92, effort: 3 }).toBuffer()
}
