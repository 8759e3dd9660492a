import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import { lastingStep } from '../lasting-step.ts'
import type { Json, MediaFile, PrepareOrder } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'
import { failureOf } from './errors.ts'
import { postStatus } from './post-status.ts'
import type { TiktokApi } from './tiktok-api.ts'

const begunSchema = z.object({ publish_id: z.string(), upload_url: z.string() })

interface Video {
  readonly file: MediaFile
  readonly postInfo: Json
  readonly clock: Clock
}

/** Uploads all but the last part: the post is made when every byte is there. */
export async function uploadVideo(
  api: TiktokApi,
  order: PrepareOrder,
  { file, postInfo, clock }: Video,
) {
  const bytes = await file.read()
  const total = bytes.byteLength
  const { size, count } = partsOf(total)
  const begun = await lastingStep(order, {
    name: 'upload',
    clock,
    lastsMs: uploadLastsMs,
    make: () => begin(api, order, { post_info: postInfo, source_info: sourceOf(total) }),
  })
  const { publish_id: publishId, upload_url: uploadUrl } = begun
  const lastAt = (count - 1) * size
  const { mediaType } = file
  let offset = 0
  if (lastAt > 0) {
    const { status, uploaded_bytes, fail_reason } = await postStatus(api, publishId, order)
    if (status === 'FAILED') throw failureOf(fail_reason)
    offset = uploaded_bytes
  }
  while (offset < lastAt) {
    const end = Math.min(offset + size, lastAt)
    await api.put({
      url: uploadUrl,
      headers: partHeaders({ offset, end, total, mediaType }),
      body: bytes.subarray(offset, end),
      signal: order.signal,
    })
    offset = end
  }
  const base64 = Buffer.from(bytes.subarray(lastAt)).toString('base64')
  return { publishId, uploadUrl, mediaType, total, last: { offset: lastAt, base64 } }
}

export function partHeaders(part: {
  readonly offset: number
  readonly end: number
  readonly total: number
  readonly mediaType: string
}): Readonly<Record<string, string>> {
  return {
    'content-type': part.mediaType,
    'content-range': `bytes ${part.offset}-${part.end - 1}/${part.total}`,
  }
}

async function begin(
  api: TiktokApi,
  { session, signal }: PrepareOrder,
  json: Json,
): Promise<z.infer<typeof begunSchema>> {
  const path = '/v2/post/publish/video/init/'
  return api.read(begunSchema, { session, method: 'POST', path, json, signal })
}

function sourceOf(total: number) {
  const { size, count } = partsOf(total)
  return { source: 'FILE_UPLOAD', video_size: total, chunk_size: size, total_chunk_count: count }
}

/** As small as TikTok takes them, for the last is kept with the intent; what is over goes with the last. */
function partsOf(total: number): { readonly size: number; readonly count: number } {
  if (total === 0)
    throw new PublishError({
      kind: 'rejected',
      code: 'media_refused',
      detail: 'The video is empty: choose another one.',
    })
  const size = Math.min(partBytes, total)
  return { size, count: Math.max(1, Math.floor(total / size)) }
}

const partBytes = 5 * 1024 * 1024
/** The address of an upload works for an hour. */
const uploadLastsMs = 50 * 60_000
