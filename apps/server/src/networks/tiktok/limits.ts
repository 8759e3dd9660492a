import type { AccountLimits, Session } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'
import { creatorInfo } from './creator-info.ts'
import type { TiktokApi } from './tiktok-api.ts'

/** TikTok says when an account has posted enough for a day, not how many posts are left. */
export async function tiktokLimits(api: TiktokApi, session: Session): Promise<AccountLimits> {
  try {
    await creatorInfo(api, session, new AbortController().signal)
    return {}
  } catch (error) {
    if (!(error instanceof PublishError) || error.kind !== 'wait') throw error
    return { quota: { left: 0, resetsAt: error.retryAt ?? null } }
  }
}
