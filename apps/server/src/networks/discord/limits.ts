import type { AccountLimits } from '../network-adapter.ts'

/** The same for every webhook. */
export function discordLimits(): Promise<AccountLimits> {
  return Promise.resolve({})
}
