import sharp from 'sharp'
import type { TypeLibrary } from '../../../typesetting/type-library.ts'
import type { EditRequest, MadePicture } from '../../image-model.ts'
import { addText } from './add-text.ts'
import { adjust, type Pixels, toPixels } from './adjust.ts'
import type { Adjustment } from './adjustment.ts'
import { encodePixels } from './encode-pixels.ts'

type Edited = Pick<MadePicture, 'bytes' | 'mediaType' | 'width' | 'height'>

/** The picture with these adjustments, one after another. */
export async function editPicture(
  library: TypeLibrary,
  request: EditRequest,
  adjustments: readonly Adjustment[],
): Promise<Edited> {
  let pixels = await pixelsOf(request)
  for (const adjustment of adjustments) {
    if (adjustment.kind === 'words' || adjustment.kind === 'layout') continue
    pixels =
      adjustment.kind === 'text'
        ? await addText(library, pixels, {
            ...adjustment,
            brand: request.brand,
            seed: request.seed,
          })
        : await adjust(pixels, [adjustment])
  }
  const { mediaType } = request.source
  return encodePixels(pixels, { mediaType, transparent: isTransparent(pixels) })
}

/** Never larger than it is: that is what upscaling is for. */
export async function pixelsOf({ source, width, height }: EditRequest): Promise<Pixels> {
  return toPixels(
    sharp(source.bytes).resize(width, height, { fit: 'inside', withoutEnlargement: true }),
  )
}

export function isTransparent({ data }: Pixels): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true
  return false
}
