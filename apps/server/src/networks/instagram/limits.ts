import type { GraphApi } from '../graph/graph-api.ts'
import { publishingQuota } from '../graph/publishing-quota.ts'
import type { AccountLimits, Session } from '../network-adapter.ts'

/** Sources name 25, 50 and 100 posts a day: it is asked for. */
export function instagramLimits(api: GraphApi, session: Session): Promise<AccountLimits> {
  return publishingQuota(api, session, 'content_publishing_limit')
}
