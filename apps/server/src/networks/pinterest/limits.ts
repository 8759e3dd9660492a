import type { AccountLimits } from '../network-adapter.ts'

/** Pinterest says nothing of what an account may do. */
export function pinterestLimits(): Promise<AccountLimits> {
  return Promise.resolve({})
}
