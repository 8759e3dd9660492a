import { Blob } from 'node:buffer'
import { setTimeout as wait } from 'node:timers/promises'
import { FormData } from 'undici'
import { z } from 'zod'
import type { MediaFile, PrepareOrder } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'
import type { XApi } from './x-api.ts'

const uploadSchema = z.object({
  data: z.object({
    id: z.string(),
    processing_info: z
      .object({
        state: z.enum(['pending', 'in_progress', 'failed', 'succeeded']),
        check_after_secs: z.number().optional(),
        error: z.object({ message: z.string().optional() }).optional(),
      })
      .optional(),
  }),
})
const anything = z.unknown()

/** Gives the id of the upload, with its alternative text. */
export async function uploadToX(api: XApi, order: PrepareOrder, file: MediaFile): Promise<string> {
  const isStill = file.mediaType.startsWith('image/') && file.mediaType !== 'image/gif'
  const id = await (isStill ? uploadWhole(api, order, file) : uploadInParts(api, order, file))
  if (file.alt !== '' && file.mediaType.startsWith('image/'))
    await api.read(anything, {
      session: order.session,
      method: 'POST',
      path: '/2/media/metadata',
      json: { id, metadata: { alt_text: { text: file.alt } } },
      signal: order.signal,
    })
  return id
}

async function uploadWhole(api: XApi, order: PrepareOrder, file: MediaFile): Promise<string> {
  const form = new FormData()
  form.set('media_category', 'tweet_image')
  form.set('media_type', file.mediaType)
  form.set('media', new Blob([await file.read()], { type: file.mediaType }), 'media')
  const { data } = await api.read(uploadSchema, {
    session: order.session,
    method: 'POST',
    path: '/2/media/upload',
    body: form,
    timeoutMs: uploadTimeoutMs,
    signal: order.signal,
  })
  return data.id
}

async function uploadInParts(api: XApi, order: PrepareOrder, file: MediaFile): Promise<string> {
  const { session, signal } = order
  const bytes = await file.read()
  const begun = await api.read(uploadSchema, {
    session,
    method: 'POST',
    path: '/2/media/upload/initialize',
    json: {
      media_type: file.mediaType,
      total_bytes: bytes.byteLength,
      media_category: file.mediaType === 'image/gif' ? 'tweet_gif' : 'tweet_video',
    },
    signal,
  })
  const { id } = begun.data
  for (let part = 0; part * partBytes < bytes.byteLength; part += 1) {
    const form = new FormData()
    form.set('segment_index', String(part))
    form.set('media', new Blob([bytes.slice(part * partBytes, (part + 1) * partBytes)]), 'part')
    await api.read(anything, {
      session,
      method: 'POST',
      path: `/2/media/upload/${id}/append`,
      body: form,
      timeoutMs: uploadTimeoutMs,
      signal,
    })
  }
  const path = `/2/media/upload/${id}/finalize`
  const ended = await api.read(uploadSchema, { session, method: 'POST', path, signal })
  await processed(api, order, ended.data)
  return id
}

async function processed(
  api: XApi,
  { session, signal }: PrepareOrder,
  upload: z.infer<typeof uploadSchema>['data'],
): Promise<void> {
  let info = upload.processing_info
  for (let look = 0; look < looksMax && info !== undefined; look += 1) {
    if (info.state === 'succeeded') return
    if (info.state === 'failed')
      throw new PublishError({
        kind: 'rejected',
        code: 'media_refused',
        detail: `X could not work with the video${info.error?.message ? `: ${info.error.message}` : ''}.`,
      })
    await wait((info.check_after_secs ?? 1) * 1000, undefined, { signal })
    const query = { command: 'STATUS', media_id: upload.id }
    const path = '/2/media/upload'
    const answer = await api.read(uploadSchema, { session, method: 'GET', path, query, signal })
    info = answer.data.processing_info
  }
  if (info !== undefined)
    throw new PublishError({
      kind: 'not_sent',
      code: 'not_ready',
      detail: 'X is still working on the video. It is tried again.',
    })
}

const partBytes = 4_000_000
const uploadTimeoutMs = 120_000
const looksMax = 60
