import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Receipt, Session } from '../network-adapter.ts'
import type { TiktokApi } from './tiktok-api.ts'

const schema = z.object({
  status: z.string(),
  fail_reason: z.string().default(''),
  uploaded_bytes: z.number().default(0),
  publicaly_available_post_id: z.array(z.union([z.string(), z.number()])).default([]),
})
export type PostStatus = z.infer<typeof schema>

interface StatusCall {
  readonly session: Session
  readonly signal: AbortSignal
}

/** What became of an upload, by its number. */
export function postStatus(
  api: TiktokApi,
  publishId: string,
  { session, signal }: StatusCall,
): Promise<PostStatus> {
  return api.read(schema, {
    session,
    method: 'POST',
    path: '/v2/post/publish/status/fetch/',
    json: { publish_id: publishId },
    signal,
  })
}

/** Waits a little while TikTok works on it. */
export async function settledStatus(
  api: TiktokApi,
  publishId: string,
  call: StatusCall,
): Promise<PostStatus> {
  let status = await postStatus(api, publishId, call)
  for (let look = 0; look < looksMax && status.status.startsWith('PROCESSING'); look += 1) {
    await wait(500 * 2 ** look, undefined, { signal: call.signal })
    status = await postStatus(api, publishId, call)
  }
  return status
}

/** A post that was looked at has a number; until then only that of its upload is known. */
export function tiktokReceipt(
  { handle }: Session,
  publishId: string,
  { publicaly_available_post_id: ids }: PostStatus,
): Receipt {
  const [id] = ids
  // A number as long as theirs has lost its end when it was read as one.
  if (id === undefined || (typeof id === 'number' && !Number.isSafeInteger(id)))
    return { remoteId: publishId, url: null, reference: publishId }
  return postReceipt(handle, String(id))
}

export function postReceipt(handle: string, id: string): Receipt {
  const url = `https://www.tiktok.com/@${encodeURIComponent(handle)}/video/${id}`
  return { remoteId: id, url, reference: id }
}

/** Three looks, for three and a half seconds. */
const looksMax = 3
