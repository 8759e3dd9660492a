import { z } from 'zod'
import type { GraphApi } from '../graph/graph-api.ts'
import type { GraphContainers } from '../graph/graph-containers.ts'
import { lookingBackTo } from '../looking-back.ts'
import type { Finding, Receipt, ReconcileOrder } from '../network-adapter.ts'
import { isSameText } from '../same-text.ts'
import { threadsIntentSchema } from './prepare.ts'

const keptSchema = z.object({ mediaId: z.string() })
const listSchema = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      text: z.string().default(''),
      media_type: z.string(),
      permalink: z.string().optional(),
      replied_to: z.object({ id: z.string() }).optional(),
    }),
  ),
  paging: z.object({ cursors: z.object({ after: z.string().optional() }).optional() }).optional(),
})

/**
 * First what the account has published is read. A container tells only that it is not published:
 * once it is, Threads shows no status of it.
 */
export async function findOnThreads(
  api: GraphApi,
  containers: GraphContainers,
  order: ReconcileOrder,
): Promise<Finding> {
  const { containerId } = threadsIntentSchema.parse(order.intent)
  const kept = keptSchema.safeParse(order.kept).data
  if (kept !== undefined)
    return {
      found: 'there',
      receipt: { remoteId: kept.mediaId, url: null, reference: kept.mediaId },
    }
  const receipt = await listed(api, order)
  if (receipt !== undefined) return { found: 'there', receipt }
  const status = await containers.status(order.session, containerId, order.signal)
  if (status === 'FINISHED' || status === 'ERROR' || status === 'EXPIRED')
    return { found: 'not_there' }
  return { found: 'unclear', detail: 'Threads does not say yet whether it is published.' }
}

async function listed(api: GraphApi, order: ReconcileOrder): Promise<Receipt | undefined> {
  const { session, since, signal } = order
  const { text, replyToId, mediaType } = threadsIntentSchema.parse(order.intent)
  let after: string | undefined
  for (let page = 0; page < pagesMax; page += 1) {
    const { data, paging } = await api.read(listSchema, {
      session,
      method: 'GET',
      path: `/${session.remoteId}/${replyToId === null ? 'threads' : 'replies'}`,
      params: {
        fields: 'id,text,media_type,permalink,timestamp,replied_to',
        since: String(Math.floor(lookingBackTo(since) / 1000)),
        limit: '100',
        after,
      },
      signal,
    })
    const found = data.find(
      (each) =>
        each.media_type === mediaType &&
        (each.replied_to?.id ?? null) === replyToId &&
        isSameText(each.text, text),
    )
    if (found) return { remoteId: found.id, url: found.permalink ?? null, reference: found.id }
    after = paging?.cursors?.after
    if (after === undefined || data.length === 0) return undefined
  }
  return undefined
}

const pagesMax = 8
