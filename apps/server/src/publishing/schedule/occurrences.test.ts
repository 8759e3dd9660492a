import type { Recurrence } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import { occurrenceAfter, occurrences } from './occurrences.ts'
import { instantOf } from './wall-time.ts'

function firstOf(first: string, recurrence: Recurrence, count: number): string[] {
  const found: string[] = []
  for (const each of occurrences(first, recurrence)) {
    if (found.length === count) break
    found.push(each)
  }
  return found
}

describe('what recurs', () => {
  it('daily, and every second day', () => {
    expect(firstOf('2027-02-27T09:00', { every: 'day', interval: 1 }, 3)).toEqual([
      '2027-02-27T09:00',
      '2027-02-28T09:00',
      '2027-03-01T09:00',
    ])
    expect(firstOf('2028-02-27T09:00', { every: 'day', interval: 2 }, 3)).toEqual([
      '2028-02-27T09:00',
      '2028-02-29T09:00',
      '2028-03-02T09:00',
    ])
  })

  it('on some days of the week, from the first one on', () => {
    const recurrence: Recurrence = { every: 'week', interval: 1, weekdays: [5, 1, 3] }
    // 26 November 2026 is a Thursday.
    expect(firstOf('2026-11-26T12:30', recurrence, 4)).toEqual([
      '2026-11-27T12:30',
      '2026-11-30T12:30',
      '2026-12-02T12:30',
      '2026-12-04T12:30',
    ])
  })

  it('every second week on the day of the first', () => {
    expect(firstOf('2026-11-26T12:30', { every: 'week', interval: 2 }, 2)).toEqual([
      '2026-11-26T12:30',
      '2026-12-10T12:30',
    ])
  })

  it('monthly on the 31st, or on the last day where there is none, and on the 31st again', () => {
    expect(firstOf('2027-01-31T08:00', { every: 'month', interval: 1 }, 4)).toEqual([
      '2027-01-31T08:00',
      '2027-02-28T08:00',
      '2027-03-31T08:00',
      '2027-04-30T08:00',
    ])
  })

  it('until a day, that day included', () => {
    const recurrence: Recurrence = { every: 'day', interval: 1, until: '2026-11-28' }
    expect(firstOf('2026-11-26T23:59', recurrence, 9)).toHaveLength(3)
    expect(occurrenceAfter('2026-11-26T23:59', recurrence, '2026-11-28T23:59')).toBeUndefined()
  })

  it('keeps its time on the wall when the clocks change', () => {
    const days = firstOf('2026-10-24T09:00', { every: 'day', interval: 1 }, 3)
    const hours = days.map((wallTime) => instantOf({ wallTime, timeZone: 'Europe/London' }))
    expect((hours[1] ?? 0) - (hours[0] ?? 0)).toBe(25 * 3_600_000)
    expect((hours[2] ?? 0) - (hours[1] ?? 0)).toBe(24 * 3_600_000)
  })
})
