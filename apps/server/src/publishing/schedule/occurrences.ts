import type { Recurrence } from '@rheos/contract'
import { Temporal } from 'temporal-polyfill'

/** What comes again is looked for no further than this many steps. */
const stepsMax = 5000

/**
 * The wall times of a recurring post from its first on, in their order: always the same time of day.
 * A month without its day has its last one instead; `until` is the last day that counts.
 */
export function* occurrences(first: string, recurrence: Recurrence): Generator<string> {
  const start = Temporal.PlainDateTime.from(first)
  const until =
    recurrence.until === undefined ? undefined : Temporal.PlainDate.from(recurrence.until)
  for (const day of days(start.toPlainDate(), recurrence)) {
    if (until !== undefined && Temporal.PlainDate.compare(day, until) > 0) return
    yield day.toPlainDateTime(start.toPlainTime()).toString({ smallestUnit: 'minute' })
  }
}

/** The one after `wallTime`, if there is any. */
export function occurrenceAfter(
  first: string,
  recurrence: Recurrence,
  wallTime: string,
): string | undefined {
  for (const each of occurrences(first, recurrence)) if (each > wallTime) return each
  return undefined
}

function* days(
  first: Temporal.PlainDate,
  { every, interval = 1, weekdays }: Recurrence,
): Generator<Temporal.PlainDate> {
  for (let step = 0; step < stepsMax; step += 1) {
    if (every === 'day') yield first.add({ days: step * interval })
    else if (every === 'month') yield first.add({ months: step * interval })
    else yield* daysOfWeek(first, step * interval, weekdays ?? [first.dayOfWeek])
  }
}

/** Weeks begin on Monday; of the first one only what comes from the first day on. */
function* daysOfWeek(
  first: Temporal.PlainDate,
  weeks: number,
  weekdays: readonly number[],
): Generator<Temporal.PlainDate> {
  const monday = first.subtract({ days: first.dayOfWeek - 1 }).add({ weeks })
  for (const weekday of [...new Set(weekdays)].toSorted((a, b) => a - b)) {
    const day = monday.add({ days: weekday - 1 })
    if (Temporal.PlainDate.compare(day, first) >= 0) yield day
  }
}
