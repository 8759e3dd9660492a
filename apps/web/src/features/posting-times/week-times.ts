import type { PostingSlots } from '@rheos/contract'

export type Slots = PostingSlots['slots']

/** A week holds no more slots than this, as the server has it. */
export const slotsMax = 100

/** 1 is Monday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export type Weekday = (typeof weekdays)[number]

export const weekdayNames: Readonly<Record<Weekday, string>> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
}

/** What most begin with: working days, morning, noon and evening. */
export const usualSlots: Slots = [1, 2, 3, 4, 5].flatMap((weekday) =>
  ['09:00', '12:30', '17:00'].map((time) => ({ weekday, time })),
)

/** The times of a day, each once, the earliest first. */
export function timesOn(slots: Slots, weekday: Weekday): readonly string[] {
  const times = slots.filter((slot) => slot.weekday === weekday).map(({ time }) => time)
  return [...new Set(times)].toSorted()
}

/** The week with other times on these days. */
export function withTimes(slots: Slots, days: readonly Weekday[], times: readonly string[]): Slots {
  return weekdays.flatMap((weekday) =>
    (days.includes(weekday) ? [...new Set(times)].toSorted() : timesOn(slots, weekday)).map(
      (time) => ({ weekday, time }),
    ),
  )
}

/** A time that the day does not have yet: what other days have, else an hour after its last. */
export function suggestedTime(slots: Slots, weekday: Weekday): string {
  const own = timesOn(slots, weekday)
  const elsewhere = weekdays.flatMap((other) => timesOn(slots, other)).toSorted()
  const free = elsewhere.find((time) => !own.includes(time))
  if (free !== undefined) return free
  const hour = Number(own.at(-1)?.slice(0, 2) ?? 8)
  return hour < 23 ? `${String(hour + 1).padStart(2, '0')}:00` : '09:00'
}
