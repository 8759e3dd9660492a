import type { TargetState } from '@rheos/contract'
import type { Instant } from '../../clock.ts'

/** What the law has to know of one thing to be made at the network. */
export interface Target {
  readonly index: number
  readonly state: TargetState
  /** When the first publishing call began; null: none ever did. */
  readonly committedAt: Instant | null
  /** When the last one began. */
  readonly calledAt: Instant | null
}

/** Visible, or possibly so: from here on nothing may be made anew without looking. */
export const visibleStates: readonly TargetState[] = [
  'committing',
  'unconfirmed',
  'reconciling',
  'needs_person',
  'published',
]

export function mayBeThere({ state }: Pick<Target, 'state'>): boolean {
  return visibleStates.includes(state)
}
