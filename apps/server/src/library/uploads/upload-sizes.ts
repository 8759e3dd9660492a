import { uploadBytesMax } from '../../images/renditions/upload-limits.ts'
import { Refusal } from '../../refusal.ts'

/** Throws where a file that is no video is larger than a picture may be. */
export function assertPictureSize(bytes: number): void {
  if (bytes <= uploadBytesMax) return
  throw new Refusal(
    'image_too_large',
    `This file is larger than ${megabytes(uploadBytesMax)} MB. Upload a smaller one.`,
  )
}

/** Throws where nothing of this size is taken, whatever it is. */
export function assertUploadSize(bytes: number, videoBytesMax: number): void {
  if (bytes === 0) throw new Refusal('invalid_request', 'This file is empty. Choose another one.')
  if (bytes <= Math.max(videoBytesMax, uploadBytesMax)) return
  throw new Refusal(
    'file_too_large',
    `This file is larger than ${megabytes(videoBytesMax)} MB. Upload a smaller one.`,
  )
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / 1024 / 1024)
}
