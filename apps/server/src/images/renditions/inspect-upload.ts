import sharp from 'sharp'
import { type ImageMediaType, imageFormat } from '../../models/image-format.ts'
import { framePixelsMax, pixelsMax, sideMax, uploadBytesMax } from './upload-limits.ts'

export type UploadInspection =
  | {
      readonly ok: true
      readonly mediaType: ImageMediaType
      /** As it is seen, upright. */
      readonly width: number
      readonly height: number
      /** More than one frame. */
      readonly animated: boolean
    }
  | {
      readonly ok: false
      readonly code: 'unsupported_media' | 'image_too_large'
      readonly detail: string
    }

/** What an upload is, by its bytes and never by what it is called; its size is read before it is decoded. */
export async function inspectUpload(bytes: Uint8Array): Promise<UploadInspection> {
  if (bytes.byteLength > uploadBytesMax)
    return tooLarge(
      `This file is larger than ${uploadBytesMax / 1024 / 1024} MB. Upload a smaller one.`,
    )
  const format = imageFormat(bytes)
  if (format === undefined) return unsupported(bytes)
  const header = await readHeader(bytes)
  if (!header) return damaged()
  const { frames, ...size } = header
  if (size.width > sideMax || size.height > sideMax || size.width * size.height > pixelsMax)
    return tooLarge(
      `This image is ${size.width} × ${size.height} pixels. It can have at most ${pixelsMax / 1e6} million pixels and ${sideMax.toLocaleString('en')} on a side.`,
    )
  if (size.width * size.height * frames > framePixelsMax)
    return tooLarge(
      `This animation has too many frames: all together can have ${framePixelsMax / 1e6} million pixels. Upload a shorter or smaller one.`,
    )
  if (!(await decodesWhole(bytes))) return damaged()
  return { ok: true, mediaType: `image/${format}`, ...size, animated: frames > 1 }
}

async function readHeader(bytes: Uint8Array) {
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined)
  if (!header) return undefined
  const { autoOrient, pages = 1, format } = header
  // Pages of an AVIF are thumbnails and layers, not frames.
  const frames = format === 'gif' || format === 'webp' ? pages : 1
  return { width: autoOrient.width, height: autoOrient.height, frames }
}

async function decodesWhole(bytes: Uint8Array): Promise<boolean> {
  return sharp(bytes, { limitInputPixels: pixelsMax, failOn: 'truncated' })
    .stats()
    .then(
      () => true,
      () => false,
    )
}

function unsupported(bytes: Uint8Array): UploadInspection {
  const opening = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const detail = /<svg|<!doctype svg|<\?xml/i.test(opening)
    ? 'SVG drawings cannot be uploaded. Save it as PNG or WebP and upload that.'
    : 'This file is not an image or video that can be used here. Upload a PNG, JPEG, WebP, GIF or AVIF, or an MP4, MOV or WebM.'
  return { ok: false, code: 'unsupported_media', detail }
}

function damaged(): UploadInspection {
  return {
    ok: false,
    code: 'unsupported_media',
    detail: 'This image is damaged or incomplete. Save it again and upload the new file.',
  }
}

function tooLarge(detail: string): UploadInspection {
  return { ok: false, code: 'image_too_large', detail }
}
