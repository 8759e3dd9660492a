import { z } from 'zod'
import { lookingBackTo } from '../looking-back.ts'
import type { Finding, ReconcileOrder } from '../network-adapter.ts'
import { isSameText } from '../same-text.ts'
import { postReceipt, postStatus, tiktokReceipt } from './post-status.ts'
import { tiktokIntentSchema } from './prepare.ts'
import { tiktokKeptSchema } from './publish.ts'
import type { TiktokApi } from './tiktok-api.ts'

const pageSchema = z.object({
  videos: z
    .array(
      z.object({
        id: z.string(),
        create_time: z.number(),
        title: z.string().default(''),
        video_description: z.string().default(''),
      }),
    )
    .default([]),
  cursor: z.number().optional(),
  has_more: z.boolean().default(false),
})

/** Asks by the number of the upload; where that was lost with the answer, looks through the posts. */
export async function findOnTiktok(api: TiktokApi, order: ReconcileOrder): Promise<Finding> {
  const intent = tiktokIntentSchema.parse(order.intent)
  const publishId =
    intent.kind === 'video'
      ? intent.publishId
      : tiktokKeptSchema.safeParse(order.kept).data?.publishId
  if (publishId === undefined) return findInPosts(api, order, intent.text)
  const status = await postStatus(api, publishId, order)
  if (status.status === 'PUBLISH_COMPLETE')
    return { found: 'there', receipt: tiktokReceipt(order.session, publishId, status) }
  if (status.status === 'FAILED') return { found: 'not_there' }
  // While bytes are missing there is nothing that TikTok could work on.
  if (intent.kind === 'video' && status.uploaded_bytes < intent.total) return { found: 'not_there' }
  return { found: 'unclear', detail: 'TikTok is still working on it.' }
}

async function findInPosts(
  api: TiktokApi,
  { session, since, signal }: ReconcileOrder,
  text: string,
): Promise<Finding> {
  const earliest = lookingBackTo(since)
  let cursor: number | undefined
  for (let page = 0; page < pagesMax; page += 1) {
    const listed = await api.read(pageSchema, {
      session,
      method: 'POST',
      path: '/v2/video/list/',
      query: { fields: 'id,create_time,title,video_description' },
      json: { max_count: 20, ...(cursor !== undefined && { cursor }) },
      signal,
    })
    const recent = listed.videos.filter(({ create_time }) => create_time * 1000 >= earliest)
    const found = recent.find(
      (post) => isSameText(post.video_description, text) || isSameText(post.title, text),
    )
    if (found) return { found: 'there', receipt: postReceipt(session.handle, found.id) }
    // They are listed from the newest on. Photos under review, and perhaps all of them, are not.
    if (!listed.has_more || recent.length === 0) return { found: 'unclear', detail: notListed }
    cursor = listed.cursor
  }
  return { found: 'unclear', detail: 'There is too much since to look through all of it.' }
}

const pagesMax = 20
const notListed = 'TikTok does not list it, which does not say that it is not there.'
