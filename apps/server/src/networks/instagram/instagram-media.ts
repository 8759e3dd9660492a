import { z } from 'zod'
import type { GraphApi } from '../graph/graph-api.ts'
import type { Receipt, Session } from '../network-adapter.ts'

const schema = z.object({ permalink: z.string().optional() })

/** Of a post that is there; its address is asked for, and may be missing. */
export async function instagramReceipt(
  api: GraphApi,
  session: Session,
  mediaId: string,
  signal: AbortSignal,
): Promise<Receipt> {
  const params = { fields: 'permalink' }
  const url = await api
    .read(schema, { session, method: 'GET', path: `/${mediaId}`, params, signal })
    .then(({ permalink }) => permalink ?? null)
    .catch(() => null)
  return { remoteId: mediaId, url, reference: mediaId }
}
