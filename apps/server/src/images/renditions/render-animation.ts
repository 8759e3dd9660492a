import sharp from 'sharp'
import { imageFormat } from '../../models/image-format.ts'
import { framePixelsMax } from './upload-limits.ts'

/** An animation as it leaves the studio: all its frames, encoded anew without what else the file carried. */
export async function renderAnimation(
  original: Uint8Array,
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: 'image/gif' | 'image/webp' }> {
  const picture = sharp(original, { animated: true, limitInputPixels: framePixelsMax })
  return imageFormat(original) === 'gif'
    ? { bytes: await picture.gif().toBuffer(), mediaType: 'image/gif' }
    : { bytes: await picture.webp().toBuffer(), mediaType: 'image/webp' }
}
