import type { Period } from '@rheos/credits'
import { type Instant, isoInstant } from '../clock.ts'
import { Refusal } from '../refusal.ts'

/** As a request gives it; both or neither. */
export interface PeriodRequest {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

const monthsMax = 13

/** The period that was asked for: at most the last 13 months. Undefined: the present cycle. */
export function periodOf({ from, to }: PeriodRequest, now: Instant): Period | undefined {
  if (from === undefined && to === undefined) return undefined
  if (from === undefined || to === undefined) {
    throw new Refusal('invalid_request', 'A period has a beginning and an end: send from and to.')
  }
  const period = { from: Date.parse(from), to: Date.parse(to) }
  if (period.from >= period.to) {
    throw new Refusal('invalid_request', 'The period ends before it begins: choose another one.')
  }
  const earliest = earliestFor(now)
  if (period.from < earliest) {
    const since = isoInstant(earliest).slice(0, 10)
    throw new Refusal(
      'invalid_request',
      `Usage is kept ready for ${monthsMax} months: choose a day from ${since} on.`,
    )
  }
  return period
}

/** The whole UTC day, so that a page that counts in days may ask for all of it. */
function earliestFor(now: Instant): Instant {
  const today = new Date(now)
  return Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - monthsMax, today.getUTCDate())
}
