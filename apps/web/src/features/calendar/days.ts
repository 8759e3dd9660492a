/** A day on the calendar of whoever looks: `2026-12-01`. */
export type Day = string

export type CalendarView = 'month' | 'week' | 'list'

export const dayMs = 86_400_000

export function dayOf(date: Date): Day {
  return [date.getFullYear(), pad(date.getMonth() + 1), pad(date.getDate())].join('-')
}

/** Midnight at its beginning, where whoever looks is. */
export function startOf(day: Day): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date)
}

/** By the calendar: a day is not always 24 hours. */
export function addDays(day: Day, count: number): Day {
  const date = startOf(day)
  return dayOf(new Date(date.getFullYear(), date.getMonth(), date.getDate() + count))
}

/** The same day of another month, or its last where it has no such day. */
export function addMonths(day: Day, count: number): Day {
  const date = startOf(day)
  const first = new Date(date.getFullYear(), date.getMonth() + count, 1)
  const last = new Date(first.getFullYear(), first.getMonth() + 1, 0).getDate()
  return dayOf(new Date(first.getFullYear(), first.getMonth(), Math.min(date.getDate(), last)))
}

/** Weeks begin on Monday. */
export function startOfWeek(day: Day): Day {
  return addDays(day, -((startOf(day).getDay() + 6) % 7))
}

/** The days that a view shows: whole weeks of the month, one week, or four weeks from the day on. */
export function daysShown(view: CalendarView, on: Day): readonly Day[] {
  if (view === 'list') return range(on, 28)
  if (view === 'week') return range(startOfWeek(on), 7)
  const first = `${on.slice(0, 7)}-01`
  const begin = startOfWeek(first)
  const last = addDays(addMonths(first, 1), -1)
  const weeks = Math.ceil((Math.round(daysBetween(begin, last)) + 1) / 7)
  return range(begin, weeks * 7)
}

/** Where the arrows of a view lead. */
export function stepped(view: CalendarView, on: Day, step: 1 | -1): Day {
  if (view === 'month') return addMonths(on, step)
  return addDays(on, step * (view === 'week' ? 7 : 28))
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((utcOf(to) - utcOf(from)) / dayMs)
}

/** A wall time moved by whole days and hours, as one moves a card on the wall. */
export function movedWallTime(wallTime: string, by: { days?: number; hours?: number }): string {
  const at = Date.parse(`${wallTime}Z`) + (by.days ?? 0) * dayMs + (by.hours ?? 0) * 3_600_000
  return new Date(at).toISOString().slice(0, 16)
}

function range(from: Day, count: number): readonly Day[] {
  return Array.from({ length: count }, (_, index) => addDays(from, index))
}

function utcOf(day: Day): number {
  return Date.parse(`${day}T00:00Z`)
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

export function isDay(text: string | undefined): text is Day {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utcOf(text))
}
