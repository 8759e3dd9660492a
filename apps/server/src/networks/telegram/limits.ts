import type { AccountLimits } from '../network-adapter.ts'

/** The same for every channel. */
export function telegramLimits(): Promise<AccountLimits> {
  return Promise.resolve({})
}
