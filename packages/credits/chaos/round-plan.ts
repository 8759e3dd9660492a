import type { Random } from '../test/random.ts'

/** The processes that run at the same time. */
export const SLOTS = ['a', 'b', 'c'] as const

export type Slot = (typeof SLOTS)[number]

/** What happens in one round. Moments count from its beginning. */
export interface RoundPlan {
  readonly number: number
  readonly kill: { readonly slot: Slot; readonly afterMs: number }
  /** The connections of one process are ended by the database. */
  readonly cut?: { readonly slot: Slot; readonly afterMs: number }
  /** The database crashes. */
  readonly crash?: { readonly afterMs: number }
}

const CRASH_EVERY = 12
const CUT_CHANCE = 0.25

export function planRound(number: number, leaseMs: number, random: Random): RoundPlan {
  const moment = () => random.between(leaseMs / 10, leaseMs * 0.6)
  const anySlot = () => random.pick(SLOTS)
  const plan = { number, kill: { slot: anySlot(), afterMs: moment() } }
  // The second of each dozen, so that a short run has one.
  if (number % CRASH_EVERY === 2) return { ...plan, crash: { afterMs: moment() } }
  if (!random.chance(CUT_CHANCE)) return plan
  return { ...plan, cut: { slot: anySlot(), afterMs: moment() } }
}
