import { describe, expect, it } from 'vitest'
import { addMonths, dayOf, daysShown, isDay, movedWallTime, startOf, stepped } from './days.ts'

describe('the days of a view', () => {
  it('are whole weeks from Monday on that hold the month', () => {
    const days = daysShown('month', '2026-11-26')
    expect(days[0]).toBe('2026-10-26')
    expect(days.at(-1)).toBe('2026-12-06')
    expect(days).toHaveLength(42)
    expect(daysShown('month', '2027-02-10')).toHaveLength(28)
  })

  it('are one week from Monday on, Sunday in it', () => {
    expect(daysShown('week', '2026-11-29')).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
    ])
  })

  it('are each there once, across a change of the clocks too', () => {
    for (const on of ['2026-03-15', '2026-10-15']) {
      const days = daysShown('month', on)
      expect(new Set(days).size).toBe(days.length)
      for (const day of days) expect(dayOf(startOf(day))).toBe(day)
    }
  })
})

it('a month later than the 31st is the last day of the next month', () => {
  expect(addMonths('2027-01-31', 1)).toBe('2027-02-28')
  expect(addMonths('2026-12-31', 2)).toBe('2027-02-28')
  expect(stepped('month', '2026-03-31', -1)).toBe('2026-02-28')
})

it('a wall time moves by days and hours over the end of a month', () => {
  expect(movedWallTime('2026-11-30T23:30', { days: 1 })).toBe('2026-12-01T23:30')
  expect(movedWallTime('2026-11-30T23:30', { hours: 1 })).toBe('2026-12-01T00:30')
  expect(movedWallTime('2026-12-01T00:10', { hours: -1 })).toBe('2026-11-30T23:10')
})

it('knows a day from other words', () => {
  expect(isDay('2026-11-26')).toBe(true)
  for (const text of [undefined, '', 'today', '2026-13-40', '2026-1-1'])
    expect(isDay(text)).toBe(false)
})
