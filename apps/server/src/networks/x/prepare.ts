import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import { lastingStep } from '../lasting-step.ts'
import type { Json, PrepareOrder } from '../network-adapter.ts'
import type { XApi } from './x-api.ts'
import { uploadToX } from './x-upload.ts'

export const xIntentSchema = z.object({
  body: z.object({
    text: z.string().optional(),
    media: z.object({ media_ids: z.array(z.string()) }).optional(),
    reply: z.object({ in_reply_to_tweet_id: z.string() }).optional(),
  }),
  /** When it was prepared first: what is ours is not older. */
  begunAt: z.number(),
})

/** Uploads what belongs to it; an upload that no post uses is gone after a day. */
export async function prepareForX(api: XApi, clock: Clock, order: PrepareOrder): Promise<Json> {
  const begunAt = await order.once('begun', async () => clock())
  const mediaIds: string[] = []
  for (const [index, file] of order.content.media.entries()) {
    const id = await lastingStep(order, {
      name: `media ${index + 1}`,
      clock,
      lastsMs: uploadsLastMs,
      make: () => uploadToX(api, order, file),
    })
    mediaIds.push(id)
  }
  const { text } = order.content
  return {
    body: {
      ...(text !== '' && { text }),
      ...(mediaIds.length > 0 && { media: { media_ids: mediaIds } }),
      ...(order.replyTo && { reply: { in_reply_to_tweet_id: order.replyTo.parent.remoteId } }),
    },
    begunAt,
  }
}

/** A day, with room for the post itself. */
const uploadsLastMs = 23 * 3_600_000
