import { z } from 'zod'
import type { PublishOrder, Receipt } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'
import { failureOf } from './errors.ts'
import { type PostStatus, postStatus, settledStatus, tiktokReceipt } from './post-status.ts'
import { tiktokIntentSchema } from './prepare.ts'
import type { TiktokApi } from './tiktok-api.ts'
import { partHeaders } from './video-upload.ts'

const begunSchema = z.object({ publish_id: z.string() })
export const tiktokKeptSchema = z.object({ publishId: z.string() })

/** For a video its last bytes, for photos the one call that begins them; then TikTok works on it. */
export async function publishToTiktok(api: TiktokApi, order: PublishOrder): Promise<Receipt> {
  const intent = tiktokIntentSchema.parse(order.intent)
  if (intent.kind === 'photos') {
    const begun = await api.read(begunSchema, {
      session: order.session,
      method: 'POST',
      path: '/v2/post/publish/content/init/',
      json: intent.request,
      commits: true,
      signal: order.signal,
    })
    await order.keep({ publishId: begun.publish_id })
    return receiptWhenReady(api, order, begun.publish_id)
  }
  const { publishId, uploadUrl: url, last, total, mediaType } = intent
  const before = await postStatus(api, publishId, order)
  if (before.status === 'FAILED') throw failureOf(before.fail_reason)
  if (before.status === 'PUBLISH_COMPLETE' || before.uploaded_bytes >= total)
    return receiptWhenReady(api, order, publishId)
  if (before.uploaded_bytes < last.offset)
    throw new PublishError({
      kind: 'not_sent',
      code: 'network_unexpected',
      detail: 'TikTok does not have all of the video. It is tried again.',
    })
  await api.put(
    {
      url,
      headers: partHeaders({ offset: last.offset, end: total, total, mediaType }),
      body: Buffer.from(last.base64, 'base64'),
      signal: order.signal,
    },
    { commits: true },
  )
  return receiptWhenReady(api, order, publishId)
}

/** What was taken may be there, whatever answers when one asks for it. */
async function receiptWhenReady(
  api: TiktokApi,
  order: PublishOrder,
  publishId: string,
): Promise<Receipt> {
  let status: PostStatus
  try {
    status = await settledStatus(api, publishId, order)
  } catch (error) {
    throw lost('TikTok took the post and does not say what became of it.', error)
  }
  if (status.status === 'FAILED') throw failureOf(status.fail_reason)
  if (status.status === 'PUBLISH_COMPLETE') return tiktokReceipt(order.session, publishId, status)
  throw lost('TikTok took the post and is still working on it.')
}

function lost(detail: string, cause?: unknown): PublishError {
  return new PublishError({ kind: 'lost', code: 'answer_lost', detail, cause })
}
