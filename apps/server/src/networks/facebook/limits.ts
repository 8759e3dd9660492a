import type { AccountLimits } from '../network-adapter.ts'

/** Facebook has no limits of single pages that could be asked for. */
export function facebookLimits(): AccountLimits {
  return {}
}
