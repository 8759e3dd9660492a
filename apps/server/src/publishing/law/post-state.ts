import type { DeliveryState, PostState } from '@rheos/contract'

const underWay: readonly DeliveryState[] = ['publishing', 'waiting', 'unconfirmed']

/** Has begun and not ended: as long as one is, so is its post. */
export function isUnderWay(state: DeliveryState): boolean {
  return underWay.includes(state)
}

/** How a post stands, from how it stands at each of its accounts. */
export function postStateOf(states: readonly DeliveryState[]): PostState {
  const wanted = states.filter((state) => state !== 'dropped')
  if (wanted.length === 0) return 'draft'
  if (wanted.some(isUnderWay)) return 'publishing'
  if (wanted.every((state) => state === 'scheduled')) return 'scheduled'
  if (wanted.includes('scheduled')) return 'publishing'
  if (wanted.every((state) => state === 'published')) return 'published'
  return wanted.includes('published') ? 'partly_published' : 'failed'
}
