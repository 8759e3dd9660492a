import type { Finding } from '../network-adapter.ts'

/** A bot cannot read what a channel holds: only a person can look. */
export function reconcileTelegram(): Promise<Finding> {
  return Promise.resolve({ found: 'unclear', detail: 'A bot cannot read the channel.' })
}
