import { expect, it } from 'vitest'
import { suggestedTime, timesOn, usualSlots, withTimes } from './week-times.ts'

it('gives the times of a day in their order, each once', () => {
  const slots = ['17:00', '09:00', '17:00'].map((time) => ({ weekday: 2, time }))
  expect(timesOn(slots, 2)).toEqual(['09:00', '17:00'])
  expect(timesOn(slots, 3)).toEqual([])
})

it('puts other times on some days and leaves the rest', () => {
  const slots = withTimes(usualSlots, [5, 6], ['18:00', '08:15', '08:15'])
  expect(timesOn(slots, 5)).toEqual(['08:15', '18:00'])
  expect(timesOn(slots, 6)).toEqual(['08:15', '18:00'])
  expect(timesOn(slots, 1)).toEqual(['09:00', '12:30', '17:00'])
  expect(slots).toHaveLength(4 * 3 + 2 * 2)
})

it('suggests what other days have, then a later hour', () => {
  const some = withTimes(usualSlots, [6], ['09:00'])
  expect(suggestedTime(some, 7)).toBe('09:00')
  expect(suggestedTime(some, 6)).toBe('12:30')
  expect(suggestedTime(some, 1)).toBe('18:00')
  expect(suggestedTime([], 1)).toBe('09:00')
  expect(suggestedTime([{ weekday: 1, time: '23:30' }], 1)).toBe('09:00')
})
