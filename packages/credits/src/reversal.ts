import type { Actor } from './actor.ts'
import type { Credits } from './credits.ts'
import { DAY_MS, type Instant } from './instant.ts'

export const MAKE_GOOD_MS = 30 * DAY_MS

/** What was given back for a fault found after settling. */
export interface Reversal {
  readonly id: string
  readonly accountId: string
  readonly operationId: string
  readonly credits: Credits
  /** The part that went back into the grants it came from. */
  readonly returned: Credits
  /** The part whose grants had ended: a make-good grant with the reversal's id. */
  readonly madeGood: Credits
  readonly makeGoodEndsAt?: Instant
  readonly reason: string
  readonly actor: Actor
  readonly at: Instant
}
