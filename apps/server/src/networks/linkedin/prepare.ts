import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import { lastingStep } from '../lasting-step.ts'
import type { Json, PrepareOrder } from '../network-adapter.ts'
import type { LinkedinApi } from './linkedin-api.ts'
import { uploadToLinkedin } from './linkedin-upload.ts'

export const linkedinIntentSchema = z.object({
  /** Of the post that is commented; null: it is a post. */
  commentOn: z.string().nullable(),
  text: z.string(),
  media: z.array(z.object({ id: z.string(), altText: z.string() })),
  /** When it was prepared first: what is ours is not older. */
  begunAt: z.number(),
})

/** Uploads what belongs to it; nobody sees it before a post names it. */
export async function prepareForLinkedin(
  api: LinkedinApi,
  clock: Clock,
  order: PrepareOrder,
): Promise<Json> {
  const { content, replyTo } = order
  const begunAt = await order.once('begun', async () => clock())
  const media: { readonly id: string; readonly altText: string }[] = []
  for (const [index, file] of content.media.entries()) {
    const id = await lastingStep(order, {
      name: `media ${index + 1}`,
      clock,
      lastsMs: uploadsLastMs,
      make: () => uploadToLinkedin(api, order, file),
    })
    media.push({ id, altText: file.mediaType.startsWith('image/') ? file.alt : '' })
  }
  return { commentOn: replyTo?.root.remoteId ?? null, text: content.text, media, begunAt }
}

/** LinkedIn names no end for an upload that no post uses; a day is surely within it. */
const uploadsLastMs = 23 * 3_600_000
