import type { AccountLimits } from '../network-adapter.ts'

/** Bluesky's limits are the same for every account; its quota is far above what people post. */
export function blueskyLimits(): Promise<AccountLimits> {
  return Promise.resolve({})
}
