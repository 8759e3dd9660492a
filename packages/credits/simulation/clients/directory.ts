import type { AdjustInput, Allowance, GrantInput, HoldInput, Reversal } from '@rheos/credits'
import type { Random } from '../../test/random.ts'

/** An operation that somebody asked for. */
export interface Order {
  readonly hold: HoldInput
  /** Whether its result is kept in the transaction that settles it. */
  readonly isDelivered: boolean
  /** Whether somebody knows that its job has begun. */
  isStarted: boolean
  /** Whether somebody knows that it has ended. */
  isOver: boolean
}

/** What clients know of an account and tell each other. */
export interface KnownAccount {
  readonly id: string
  readonly allowance: Allowance
  readonly orders: Order[]
  /** Those that were paid for. */
  readonly settled: Order[]
  readonly grants: GrantInput[]
  readonly grantIds: string[]
  readonly reversals: Reversal[]
  readonly adjustments: AdjustInput[]
}

export function knownAccount(id: string, allowance: Allowance): KnownAccount {
  const known = { orders: [], settled: [], grants: [], grantIds: [] }
  return { id, allowance, ...known, reversals: [], adjustments: [] }
}

/** One of the latest, or any. */
export function pickKnown<T>(random: Random, known: readonly T[]): T | undefined {
  if (known.length === 0) return undefined
  return random.pick(random.chance(0.6) ? known.slice(-3) : known)
}
