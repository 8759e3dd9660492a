import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../../clock.ts'
import { Refusal } from '../../refusal.ts'

/** A time on the wall of a place. */
export interface WallTime {
  /** `2026-12-01T09:30`. */
  readonly wallTime: string
  /** An IANA name. */
  readonly timeZone: string
}

/**
 * The instant of a wall time. What daylight saving skips is taken as much later as it skips; of what
 * comes twice the first, or with `second` the other. Refuses places and days that do not exist.
 */
export function instantOf({ wallTime, timeZone }: WallTime, second = false): Instant {
  requireTimeZone(timeZone)
  const plain = plainOf(wallTime)
  const disambiguation = second ? 'later' : 'compatible'
  return plain.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds
}

/** What the wall of a place says at an instant. */
export function wallTimeAt(instant: Instant, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

export function requireTimeZone(timeZone: string): void {
  if (isTimeZone(timeZone)) return
  throw new Refusal(
    'invalid_request',
    `“${timeZone.slice(0, 60)}” is not the name of a time zone: give one such as Europe/London.`,
  )
}

/** Named places only: an offset such as +01:00 knows no daylight saving. */
function isTimeZone(timeZone: string): boolean {
  if (timeZone !== 'UTC' && !/^[A-Za-z_]+\/[A-Za-z0-9_+\-/]+$/.test(timeZone)) return false
  try {
    Temporal.Now.instant().toZonedDateTimeISO(timeZone)
    return true
  } catch {
    return false
  }
}

function plainOf(wallTime: string): Temporal.PlainDateTime {
  try {
    return Temporal.PlainDateTime.from(wallTime, { overflow: 'reject' })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new Refusal(
      'invalid_request',
      `There is no such day as ${wallTime.slice(0, 10)}: choose another.`,
    )
  }
}
