import { z } from 'zod'
import type { GraphApi } from '../graph/graph-api.ts'
import type { PublishOrder, Receipt } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'
import { facebookIntentSchema } from './prepare.ts'
import { facebookReceipt, findOnFacebook } from './reconcile.ts'

const schema = z.object({ id: z.string() })

/**
 * Facebook refuses what is the same as the post before. Ours may be that one, from a call whose
 * answer was lost: then it is found, and nothing is wrong.
 */
export async function publishToFacebook(api: GraphApi, order: PublishOrder): Promise<Receipt> {
  const { session, signal } = order
  const { commentOn, text, photoIds, begunAt } = facebookIntentSchema.parse(order.intent)
  const isComment = commentOn !== null
  const photos = photoIds.map((id, index): [string, string] => [
    `attached_media[${index}]`,
    JSON.stringify({ media_fbid: id }),
  ])
  try {
    const { id } = await api.read(schema, {
      session,
      method: 'POST',
      path: isComment ? `/${commentOn}/comments` : `/${session.remoteId}/feed`,
      params: {
        message: text === '' ? undefined : text,
        ...(isComment ? { attachment_id: photoIds[0] } : Object.fromEntries(photos)),
      },
      commits: true,
      signal,
    })
    return facebookReceipt(id)
  } catch (error) {
    if (!(error instanceof PublishError) || error.code !== 'duplicate_refused') throw error
    const finding = await findOnFacebook(api, {
      session,
      intent: order.intent,
      since: begunAt,
      signal,
    })
    if (finding.found === 'there') return finding.receipt
    throw error
  }
}
