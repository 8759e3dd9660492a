import sharp from 'sharp'
import type { MadePicture, UpscaleRequest } from '../../image-model.ts'

type Enlarged = Pick<MadePicture, 'bytes' | 'mediaType' | 'width' | 'height'>

/** Interpolated and sharpened: clean edges, and no detail that was not there. */
export async function enlarge({ source, factor }: UpscaleRequest): Promise<Enlarged> {
  const [width, height] = [source.width * factor, source.height * factor]
  const enlarged = sharp(source.bytes)
    .resize(width, height, { kernel: 'lanczos3', fit: 'fill' })
    .sharpen({ sigma: 0.6 * factor, m1: 0.4, m2: 1.6 })
  if (source.mediaType === 'image/png') {
    const bytes = await enlarged.png({ compressionLevel: 6 }).toBuffer()
    return { bytes, mediaType: 'image/png', width, height }
  }
  const bytes = await enlarged.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer()
  return { bytes, mediaType: 'image/jpeg', width, height }
}
