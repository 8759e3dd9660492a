import { z } from 'zod'
import type { GraphApi } from '../graph/graph-api.ts'
import type { PublishOrder, Receipt, Session } from '../network-adapter.ts'
import { threadsIntentSchema } from './prepare.ts'

const schema = z.object({ id: z.string() })
const permalinkSchema = z.object({ permalink: z.string().optional() })

export async function publishToThreads(api: GraphApi, order: PublishOrder): Promise<Receipt> {
  const { session, signal } = order
  const { containerId } = threadsIntentSchema.parse(order.intent)
  const { id } = await api.read(schema, {
    session,
    method: 'POST',
    path: `/${session.remoteId}/threads_publish`,
    params: { creation_id: containerId },
    commits: true,
    timeoutMs: 60_000,
    signal,
  })
  await order.keep({ mediaId: id })
  return { remoteId: id, url: await permalinkOf(api, session, id, signal), reference: id }
}

/** It may be missing: that the post is there does not depend on it. */
function permalinkOf(
  api: GraphApi,
  session: Session,
  id: string,
  signal: AbortSignal,
): Promise<string | null> {
  const params = { fields: 'permalink' }
  return api
    .read(permalinkSchema, { session, method: 'GET', path: `/${id}`, params, signal })
    .then(({ permalink }) => permalink ?? null)
    .catch(() => null)
}
