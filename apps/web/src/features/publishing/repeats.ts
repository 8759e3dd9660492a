import type { Recurrence } from '@rheos/contract'

export const repeats = ['never', 'day', 'weekdays', 'week', 'month'] as const
export type Repeat = (typeof repeats)[number]

export const repeatLabels: Readonly<Record<Repeat, string>> = {
  never: 'Does not repeat',
  day: 'Every day',
  weekdays: 'Every weekday',
  week: 'Every week',
  month: 'Every month',
}

const weekdays = [1, 2, 3, 4, 5]

export function recurrenceOf(repeat: Repeat, until: string): Recurrence | null {
  if (repeat === 'never') return null
  const end = until === '' ? {} : { until }
  if (repeat === 'weekdays') return { every: 'week', interval: 1, weekdays, ...end }
  return { every: repeat, interval: 1, ...end }
}

/** The nearest that this page offers to what is set; others are set by the API. */
export function repeatOf(recurrence: Recurrence | null): Repeat {
  if (recurrence === null) return 'never'
  return recurrence.every === 'week' && recurrence.weekdays?.join() === weekdays.join()
    ? 'weekdays'
    : recurrence.every
}
