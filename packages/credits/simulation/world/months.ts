import type { Instant } from '@rheos/credits'

/** The anchor's day and time `months` later, or the last day of a month that is too short. */
export function monthsAfter(anchor: Instant, months: number): Instant {
  const date = new Date(anchor)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const next = new Date(date)
  next.setUTCMonth(next.getUTCMonth() + 1)
  next.setUTCDate(0)
  date.setUTCDate(Math.min(day, next.getUTCDate()))
  return date.getTime()
}

export interface Month {
  /** How many came before it. */
  readonly index: number
  readonly startsAt: Instant
  readonly endsAt: Instant
}

const MONTH_MAX_MS = 31 * 86_400_000

/** The month of an anchor that `at` lies in, found by counting on from one before it. */
export function monthAt(anchor: Instant, at: Instant): Month {
  let index = Math.max(0, Math.floor((at - anchor) / MONTH_MAX_MS) - 1)
  while (monthsAfter(anchor, index + 1) <= at) index += 1
  return { index, startsAt: monthsAfter(anchor, index), endsAt: monthsAfter(anchor, index + 1) }
}
