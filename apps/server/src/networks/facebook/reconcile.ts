import { z } from 'zod'
import type { GraphApi } from '../graph/graph-api.ts'
import { lookingBackTo } from '../looking-back.ts'
import type { Finding, Receipt, ReconcileOrder } from '../network-adapter.ts'
import { isSameText } from '../same-text.ts'
import { facebookIntentSchema } from './prepare.ts'

type Look = Pick<ReconcileOrder, 'session' | 'intent' | 'since' | 'signal'>
type Intent = z.infer<typeof facebookIntentSchema>

const pagingSchema = z
  .object({
    next: z.string().optional(),
    cursors: z.object({ after: z.string().optional() }).optional(),
  })
  .optional()
const targetSchema = z.object({ target: z.object({ id: z.string() }).optional() })
const postsSchema = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      message: z.string().default(''),
      permalink_url: z.string().optional(),
      attachments: z
        .object({
          data: z.array(
            targetSchema.extend({
              subattachments: z.object({ data: z.array(targetSchema) }).optional(),
            }),
          ),
        })
        .optional(),
    }),
  ),
  paging: pagingSchema,
})
const commentsSchema = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      message: z.string().default(''),
      created_time: z.string(),
      from: z.object({ id: z.string() }).optional(),
    }),
  ),
  paging: pagingSchema,
})

export function facebookReceipt(id: string, url = `https://www.facebook.com/${id}`): Receipt {
  return { remoteId: id, url, reference: id }
}

/** Looks through what the page published since, or through the comments of the post. */
export async function findOnFacebook(api: GraphApi, look: Look): Promise<Finding> {
  const intent = facebookIntentSchema.parse(look.intent)
  let after: string | undefined
  for (let page = 0; page < pagesMax; page += 1) {
    const read =
      intent.commentOn === null
        ? await postsPage(api, look, intent, after)
        : await commentsPage(api, look, intent, intent.commentOn, after)
    if (read.receipt !== undefined) return { found: 'there', receipt: read.receipt }
    if (read.paging?.next === undefined) return { found: 'not_there' }
    after = read.paging.cursors?.after
  }
  return { found: 'unclear', detail: 'There is too much since to look through all of it.' }
}

const pagesMax = 8

async function postsPage(
  api: GraphApi,
  { session, since, signal }: Look,
  { text, photoIds }: Intent,
  after: string | undefined,
) {
  const { data, paging } = await api.read(postsSchema, {
    session,
    method: 'GET',
    path: `/${session.remoteId}/published_posts`,
    params: {
      fields: 'id,message,permalink_url,attachments{target,subattachments.limit(20){target}}',
      since: String(Math.floor(lookingBackTo(since) / 1000)),
      limit: '100',
      after,
    },
    signal,
  })
  const found = data.find((post) => {
    const shown = (post.attachments?.data ?? []).flatMap(({ target, subattachments }) => [
      target?.id,
      ...(subattachments?.data ?? []).map((each) => each.target?.id),
    ])
    return isSameText(post.message, text) && photoIds.every((id) => shown.includes(id))
  })
  return { paging, receipt: found && facebookReceipt(found.id, found.permalink_url) }
}

async function commentsPage(
  api: GraphApi,
  { session, since, signal }: Look,
  { text }: Intent,
  commentOn: string,
  after: string | undefined,
) {
  const { data, paging } = await api.read(commentsSchema, {
    session,
    method: 'GET',
    path: `/${commentOn}/comments`,
    params: {
      fields: 'id,message,created_time,from{id}',
      filter: 'stream',
      order: 'reverse_chronological',
      limit: '100',
      after,
    },
    signal,
  })
  const found = data.find(
    (comment) =>
      comment.from?.id === session.remoteId &&
      Date.parse(comment.created_time) >= lookingBackTo(since) &&
      isSameText(comment.message, text),
  )
  return { paging, receipt: found && facebookReceipt(found.id) }
}
