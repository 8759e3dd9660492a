import { assert } from './assert.ts'
import { assertCredits, type Credits } from './credits.ts'
import type { Instant } from './instant.ts'

/** What an account receives each cycle. The meter knows an allowance and an anchor, never a plan. */
export interface Allowance {
  readonly credits: Credits
  /** Start of cycle 0; every later cycle is counted from here. */
  readonly anchor: Instant
  /** With nothing available and nothing held, every action pauses, those of price 0 too. */
  readonly pausesAtZero: boolean
}

export function assertAllowance(allowance: Allowance): void {
  assertCredits(allowance.credits, 'An allowance')
  assert(
    Number.isSafeInteger(allowance.anchor),
    'An anchor must be a whole number of milliseconds.',
  )
}

export function isSameAllowance(a: Allowance, b: Allowance): boolean {
  return a.credits === b.credits && a.anchor === b.anchor && a.pausesAtZero === b.pausesAtZero
}
