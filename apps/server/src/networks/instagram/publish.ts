import { z } from 'zod'
import type { GraphApi } from '../graph/graph-api.ts'
import type { GraphContainers } from '../graph/graph-containers.ts'
import type { PublishOrder, Receipt } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'
import { instagramReceipt } from './instagram-media.ts'
import { instagramIntentSchema } from './prepare.ts'

const schema = z.object({ id: z.string() })

/**
 * The status of the container is read before: one that is published already was published by a call
 * whose answer was lost.
 */
export async function publishToInstagram(
  api: GraphApi,
  containers: GraphContainers,
  order: PublishOrder,
): Promise<Receipt> {
  const { session, signal } = order
  const intent = instagramIntentSchema.parse(order.intent)
  if (intent.kind === 'comment') {
    const { id } = await api.read(schema, {
      session,
      method: 'POST',
      path: `/${intent.mediaId}/comments`,
      params: { message: intent.text },
      commits: true,
      signal,
    })
    return { remoteId: id, url: null, reference: id }
  }
  if ((await containers.status(session, intent.containerId, signal)) === 'PUBLISHED')
    throw new PublishError({
      kind: 'lost',
      code: 'answer_lost',
      detail: 'Instagram took the post and its answer was lost.',
    })
  const { id } = await api.read(schema, {
    session,
    method: 'POST',
    path: `/${session.remoteId}/media_publish`,
    params: { creation_id: intent.containerId },
    commits: true,
    timeoutMs: 60_000,
    signal,
  })
  await order.keep({ mediaId: id })
  return instagramReceipt(api, session, id, signal)
}
