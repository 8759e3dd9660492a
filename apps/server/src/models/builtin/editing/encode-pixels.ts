import sharp from 'sharp'
import type { MadePicture } from '../../image-model.ts'
import type { Pixels } from './adjust.ts'

type Encoded = Pick<MadePicture, 'bytes' | 'mediaType' | 'width' | 'height'>

/** Flat colours and transparency as PNG, photographs as JPEG. */
export async function encodePixels(
  { data, raw }: Pixels,
  source: { readonly mediaType: string; readonly transparent: boolean },
): Promise<Encoded> {
  const { width, height } = raw
  const picture = sharp(data, { raw })
  if (source.transparent)
    return {
      bytes: await picture.png({ compressionLevel: 6 }).toBuffer(),
      mediaType: 'image/png',
      width,
      height,
    }
  const opaque = picture.flatten({ background: '#ffffff' })
  const bytes =
    source.mediaType === 'image/png'
      ? await opaque.png({ compressionLevel: 6 }).toBuffer()
      : await opaque.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer()
  const mediaType = source.mediaType === 'image/png' ? 'image/png' : 'image/jpeg'
  return { bytes, mediaType, width, height }
}
