import type { AccountLimits } from '../network-adapter.ts'

/** LinkedIn has no limits of single accounts that could be asked for. */
export function linkedinLimits(): AccountLimits {
  return {}
}
