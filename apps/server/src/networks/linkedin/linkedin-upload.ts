import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { MediaFile, PrepareOrder } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'
import type { LinkedinApi } from './linkedin-api.ts'

const imageSchema = z.object({ value: z.object({ uploadUrl: z.string(), image: z.string() }) })
const videoSchema = z.object({
  value: z.object({
    video: z.string(),
    uploadToken: z.string().default(''),
    uploadInstructions: z.array(
      z.object({ uploadUrl: z.string(), firstByte: z.number(), lastByte: z.number() }),
    ),
  }),
})
const statusSchema = z.object({
  status: z.enum(['WAITING_UPLOAD', 'PROCESSING', 'PROCESSING_FAILED', 'AVAILABLE']),
})

/** Gives the URN of the upload. */
export function uploadToLinkedin(
  api: LinkedinApi,
  order: PrepareOrder,
  file: MediaFile,
): Promise<string> {
  return file.mediaType.startsWith('video/')
    ? uploadVideo(api, order, file)
    : uploadImage(api, order, file)
}

async function uploadImage(
  api: LinkedinApi,
  { session, signal }: PrepareOrder,
  file: MediaFile,
): Promise<string> {
  const { value } = await api.read(imageSchema, {
    session,
    method: 'POST',
    path: '/rest/images',
    query: { action: 'initializeUpload' },
    json: { initializeUploadRequest: { owner: session.remoteId } },
    signal,
  })
  await api.answer({
    session,
    method: 'PUT',
    url: value.uploadUrl,
    headers: { 'content-type': file.mediaType },
    body: await file.read(),
    timeoutMs: uploadTimeoutMs,
    signal,
  })
  return value.image
}

/** LinkedIn says which bytes go where, and wants to know what it answered to each part. */
async function uploadVideo(
  api: LinkedinApi,
  order: PrepareOrder,
  file: MediaFile,
): Promise<string> {
  const { session, signal } = order
  const bytes = await file.read()
  const post = { session, method: 'POST', path: '/rest/videos', signal } as const
  const { value } = await api.read(videoSchema, {
    ...post,
    query: { action: 'initializeUpload' },
    json: {
      initializeUploadRequest: {
        owner: session.remoteId,
        fileSizeBytes: bytes.byteLength,
        uploadCaptions: false,
        uploadThumbnail: false,
      },
    },
  })
  const { video, uploadToken, uploadInstructions } = value
  const uploadedPartIds: string[] = []
  for (const { uploadUrl: url, firstByte, lastByte } of uploadInstructions) {
    const answer = await api.answer({
      session,
      method: 'PUT',
      url,
      headers: { 'content-type': 'application/octet-stream' },
      body: bytes.subarray(firstByte, lastByte + 1),
      timeoutMs: uploadTimeoutMs,
      signal,
    })
    uploadedPartIds.push(answer.header('etag') ?? '')
  }
  await api.answer({
    ...post,
    query: { action: 'finalizeUpload' },
    json: { finalizeUploadRequest: { video, uploadToken, uploadedPartIds } },
  })
  await available(api, order, video)
  return video
}

async function available(
  api: LinkedinApi,
  { session, signal }: PrepareOrder,
  video: string,
): Promise<void> {
  const path = `/rest/videos/${encodeURIComponent(video)}`
  for (let look = 0; look < looksMax; look += 1) {
    const { status } = await api.read(statusSchema, { session, method: 'GET', path, signal })
    if (status === 'AVAILABLE') return
    if (status === 'PROCESSING_FAILED')
      throw new PublishError({
        kind: 'rejected',
        code: 'media_refused',
        detail: 'LinkedIn could not work with the video: choose another one.',
      })
    await wait(Math.min(250 * 2 ** look, 5000), undefined, { signal })
  }
  throw new PublishError({
    kind: 'not_sent',
    code: 'not_ready',
    detail: 'LinkedIn is still working on the video. It is tried again.',
  })
}

const uploadTimeoutMs = 120_000
/** About two minutes. */
const looksMax = 28
