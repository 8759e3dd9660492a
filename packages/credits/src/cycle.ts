import { assert } from './assert.ts'
import type { Instant } from './instant.ts'

/** One month of an account, `[start, end)`. */
export interface Cycle {
  readonly index: number
  readonly start: Instant
  readonly end: Instant
}

/** Start of cycle `index`: anchor + `index` months in UTC, clamped to the month's last day. */
export function cycleStart(anchor: Instant, index: number): Instant {
  const from = new Date(anchor)
  const month = from.getUTCMonth() + index
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate()
  const day = Math.min(from.getUTCDate(), lastDay)
  const midnight = Date.UTC(from.getUTCFullYear(), month, day)
  return midnight + (anchor - startOfDay(from))
}

/** One decision asks several times for the same one, and reckoning with dates is most of its time. */
let last: { readonly anchor: Instant; readonly cycle: Cycle } | undefined

/** The cycle that `now` lies in. Before the anchor (a clock a little behind) it is cycle 0. */
export function cycleAt(anchor: Instant, now: Instant): Cycle {
  if (last?.anchor === anchor && last.cycle.start <= now && now < last.cycle.end) return last.cycle
  const cycle = findCycle(anchor, now)
  last = { anchor, cycle }
  return cycle
}

function findCycle(anchor: Instant, now: Instant): Cycle {
  const index = Math.max(0, cycleIndexAt(anchor, now))
  const cycle = { index, start: cycleStart(anchor, index), end: cycleStart(anchor, index + 1) }
  assert(
    now < cycle.end && (index === 0 || cycle.start <= now),
    'A cycle must contain its instant.',
  )
  return cycle
}

function cycleIndexAt(anchor: Instant, now: Instant): number {
  const from = new Date(anchor)
  const to = new Date(now)
  const years = to.getUTCFullYear() - from.getUTCFullYear()
  const months = years * 12 + to.getUTCMonth() - from.getUTCMonth()
  return cycleStart(anchor, months) <= now ? months : months - 1
}

function startOfDay(date: Date): Instant {
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate())
}
