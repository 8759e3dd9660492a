import type { Actor } from './actor.ts'
import { assert } from './assert.ts'
import { type Credits, isCredits } from './credits.ts'
import type { Instant } from './instant.ts'

export type GrantKind = 'allowance' | 'make_good' | 'granted'

/** Where a credit of a grant can be: in exactly one of these. */
export type Place = 'available' | 'held' | 'spent' | 'expired'

/** That a grant was ended before its time. Its `endsAt` is when. */
export interface EarlyEnd {
  /** When it would have ended. */
  readonly insteadOf: Instant
  readonly reason: string
  readonly actor: Actor
}

/** An amount of credits given to an account for the window `[startsAt, endsAt)`. */
export interface Grant {
  readonly id: string
  readonly accountId: string
  readonly kind: GrantKind
  readonly amount: Credits
  readonly available: Credits
  readonly held: Credits
  readonly spent: Credits
  readonly expired: Credits
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly createdAt: Instant
  readonly reason: string
  readonly actor: Actor
  /** The operation whose fault a make-good repairs. */
  readonly makeGoodFor?: string
  readonly earlyEnd?: EarlyEnd
}

export function isLive(grant: Grant, now: Instant): boolean {
  return grant.startsAt <= now && now < grant.endsAt
}

export function hasEnded(grant: Grant, now: Instant): boolean {
  return grant.endsAt <= now
}

/** When it ends, or would have if it had not been ended early. */
export function termEndOf({ endsAt, earlyEnd }: Grant): Instant {
  return earlyEnd?.insteadOf ?? endsAt
}

/** The grant as its terms were known at `at`: nobody knew of an early end before it came. */
export function knownAt(grant: Grant, at: Instant): Grant {
  if (hasEnded(grant, at)) return grant
  const { earlyEnd: _, ...terms } = grant
  return { ...terms, endsAt: termEndOf(grant) }
}

/** What ends first is used first; ties by creation, then id. */
export function compareDrawingOrder(a: Grant, b: Grant): number {
  return a.endsAt - b.endsAt || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
}

export function assertConserved(grant: Grant): void {
  const { available, held, spent, expired, amount } = grant
  const places = [available, held, spent, expired]
  const whole = places.every(isCredits) && available + held + spent + expired === amount
  assert(whole, `The credits of grant ${grant.id} do not add up to its amount.`)
}
