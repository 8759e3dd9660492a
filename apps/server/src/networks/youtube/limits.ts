import type { AccountLimits } from '../network-adapter.ts'

/** YouTube does not say how many uploads a channel or an application has left. */
export function youtubeLimits(): AccountLimits {
  return {}
}
