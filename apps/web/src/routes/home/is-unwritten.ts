import type { Brand } from '@rheos/contract'

/** A brand of which nothing is known but an address. */
export function isUnwritten({ origins }: Brand): boolean {
  return Object.keys(origins).every((field) => field === 'website')
}
