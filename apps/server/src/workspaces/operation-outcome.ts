import type { UsageItem } from '@rheos/contract'
import type { Operation } from '@rheos/credits'

/** What became of an operation, as people are told. */
export function outcomeOf({
  state,
  credits,
  spent,
}: Pick<Operation, 'state' | 'credits' | 'spent'>): UsageItem['outcome'] {
  if (state === 'held' || state === 'running') return 'in_progress'
  if (state === 'released') return 'not_charged'
  if (credits === 0) return 'free'
  return spent < credits ? 'partly_charged' : 'charged'
}
