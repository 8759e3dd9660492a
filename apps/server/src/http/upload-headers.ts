import { z } from '@hono/zod-openapi'
import type { Upload } from '@rheos/contract'
import type { MiddlewareHandler } from 'hono'
import { Refusal } from '../refusal.ts'

/** The version of the tus protocol that uploads are spoken in. */
export const tusVersion = '1.0.0'
export const tusExtensions = 'creation,expiration,termination'

/** Says the version with every answer, and refuses requests in another one. */
export function speaksTus(): MiddlewareHandler {
  return async (c, next) => {
    c.header('tus-resumable', tusVersion)
    const asked = c.req.header('tus-resumable')
    const reads = c.req.method === 'GET' || c.req.method === 'OPTIONS'
    if (!reads && asked !== tusVersion)
      throw new Refusal(
        'invalid_request',
        `Uploads speak tus ${tusVersion}: send the header Tus-Resumable: ${tusVersion}.`,
      )
    await next()
    c.header('tus-resumable', tusVersion)
  }
}

const whole = (message: string) =>
  z
    .string(message)
    .regex(/^\d{1,10}$/, message)
    .transform(Number)

export const newUploadHeaders = z.object({
  'upload-length': whole('must be the number of bytes of the file'),
  'upload-metadata': z.string().max(4000).default(''),
})
export const pieceHeaders = z.object({
  'upload-offset': whole('must be the number of bytes that came before'),
  'content-type': z.literal('application/offset+octet-stream', {
    error: 'must be application/offset+octet-stream',
  }),
})

/** What is said of a file beside its length: names, each with its value in Base64. */
export function uploadMetadata(header: string): ReadonlyMap<string, string> {
  const pairs = header.split(',').flatMap((pair) => {
    const [name = '', value = ''] = pair.trim().split(' ')
    return name === '' ? [] : [[name, Buffer.from(value, 'base64').toString()] as const]
  })
  return new Map(pairs)
}

/** Where an upload stands, and the picture that it became. */
export function uploadHeaders(upload: Upload): Record<string, string> {
  return {
    'upload-offset': String(upload.received),
    'upload-length': String(upload.bytes),
    'upload-expires': new Date(upload.expiresAt).toUTCString(),
    'cache-control': 'no-store',
    ...(upload.assetId !== null && { 'upload-asset': upload.assetId }),
  }
}
