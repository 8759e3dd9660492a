import type { Sharp } from 'sharp'
import { imageFormat } from '../../models/image-format.ts'

export type RenditionFormat = 'png' | 'jpeg' | 'webp'

/** The format a still picture is encoded in when nobody asks for one: the original's own where it can be. */
export function formatLike(original: Uint8Array): RenditionFormat {
  return stillFormat(imageFormat(original))
}

/** The same, from the media type that was found when the original came. */
export function formatOfMediaType(mediaType: string): RenditionFormat {
  return stillFormat(mediaType.replace('image/', ''))
}

function stillFormat(format: string | undefined): RenditionFormat {
  if (format === 'gif') return 'png'
  return format === 'png' || format === 'jpeg' ? format : 'webp'
}

/** Encodes a picture anew, without anything but its pixels. */
export function encodePicture(
  picture: Sharp,
  format: RenditionFormat,
  quality: number = qualities[format],
): Promise<Buffer> {
  switch (format) {
    case 'png':
      return picture.png({ compressionLevel: 7 }).toBuffer()
    case 'jpeg':
      return picture.flatten({ background: '#ffffff' }).jpeg({ quality }).toBuffer()
    case 'webp':
      return picture.webp({ quality }).toBuffer()
  }
}

const qualities: Readonly<Record<RenditionFormat, number>> = { png: 100, jpeg: 90, webp: 88 }
