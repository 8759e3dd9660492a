import type { GraphApi } from '../graph/graph-api.ts'
import { publishingQuota } from '../graph/publishing-quota.ts'
import type { AccountLimits, Session } from '../network-adapter.ts'

/** How much of the 250 posts a day is left. */
export function threadsLimits(api: GraphApi, session: Session): Promise<AccountLimits> {
  return publishingQuota(api, session, 'threads_publishing_limit')
}
