import { z } from 'zod'
import type { AccountLimits, Session } from '../network-adapter.ts'
import type { GraphApi } from './graph-api.ts'

const schema = z.object({
  data: z.array(
    z.object({
      quota_usage: z.number(),
      config: z.object({ quota_total: z.number(), quota_duration: z.number().optional() }),
    }),
  ),
})

/** How many posts are left of a day that always ends now. */
export async function publishingQuota(
  api: GraphApi,
  session: Session,
  edge: 'content_publishing_limit' | 'threads_publishing_limit',
): Promise<AccountLimits> {
  const { data } = await api.read(schema, {
    session,
    method: 'GET',
    path: `/${session.remoteId}/${edge}`,
    params: { fields: 'quota_usage,config' },
    signal: new AbortController().signal,
  })
  const [quota] = data
  if (quota === undefined) return {}
  const left = Math.max(0, quota.config.quota_total - quota.quota_usage)
  return { quota: { left, resetsAt: null } }
}
