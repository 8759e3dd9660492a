import { z } from 'zod'
import type { Instant } from '../../clock.ts'
import type { GraphApi } from '../graph/graph-api.ts'
import type { GraphContainers } from '../graph/graph-containers.ts'
import { lookingBackTo } from '../looking-back.ts'
import type { Finding, Receipt, ReconcileOrder } from '../network-adapter.ts'
import { isSameText } from '../same-text.ts'
import { instagramReceipt } from './instagram-media.ts'
import { instagramIntentSchema } from './prepare.ts'

const keptSchema = z.object({ mediaId: z.string() })
const mediaSchema = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      caption: z.string().default(''),
      permalink: z.string().optional(),
      timestamp: z.string(),
    }),
  ),
})
const commentsSchema = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      text: z.string().default(''),
      timestamp: z.string(),
      username: z.string().optional(),
    }),
  ),
})

/** The status of the container says what became of it; only then the post is looked for by its caption. */
export async function findOnInstagram(
  api: GraphApi,
  containers: GraphContainers,
  order: ReconcileOrder,
): Promise<Finding> {
  const { session, signal } = order
  const intent = instagramIntentSchema.parse(order.intent)
  if (intent.kind === 'comment') return findComment(api, order, intent)
  const kept = keptSchema.safeParse(order.kept).data
  if (kept !== undefined)
    return { found: 'there', receipt: await instagramReceipt(api, session, kept.mediaId, signal) }
  const status = await containers.status(session, intent.containerId, signal)
  if (status === 'FINISHED' || status === 'ERROR' || status === 'EXPIRED')
    return { found: 'not_there' }
  const receipt = await listed(api, order, intent.caption)
  if (receipt !== undefined) return { found: 'there', receipt }
  return {
    found: 'unclear',
    detail:
      status === 'PUBLISHED'
        ? 'Instagram says that it is published, and does not show it yet.'
        : 'Instagram does not say yet whether it is published.',
  }
}

async function listed(
  api: GraphApi,
  { session, since, signal }: ReconcileOrder,
  caption: string,
): Promise<Receipt | undefined> {
  const { data } = await api.read(mediaSchema, {
    session,
    method: 'GET',
    path: `/${session.remoteId}/media`,
    params: { fields: 'id,caption,permalink,timestamp', limit: '100' },
    signal,
  })
  const found = data.find(
    (each) => isRecent(each.timestamp, since) && isSameText(each.caption, caption),
  )
  return found && { remoteId: found.id, url: found.permalink ?? null, reference: found.id }
}

async function findComment(
  api: GraphApi,
  { session, since, signal }: ReconcileOrder,
  { mediaId, text }: { readonly mediaId: string; readonly text: string },
): Promise<Finding> {
  const { data } = await api.read(commentsSchema, {
    session,
    method: 'GET',
    path: `/${mediaId}/comments`,
    params: { fields: 'id,text,timestamp,username', limit: '50' },
    signal,
  })
  const found = data.find(
    (comment) =>
      comment.username === session.handle &&
      isRecent(comment.timestamp, since) &&
      isSameText(comment.text, text),
  )
  if (found === undefined) return { found: 'not_there' }
  return { found: 'there', receipt: { remoteId: found.id, url: null, reference: found.id } }
}

function isRecent(timestamp: string, since: Instant): boolean {
  return Date.parse(timestamp) >= lookingBackTo(since)
}
