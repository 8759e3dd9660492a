import { expect, test } from 'vitest'
import { durationText } from './duration-text.ts'

test('tells how long a video lasts as players do', () => {
  expect(durationText(200)).toBe('0:01')
  expect(durationText(4000)).toBe('0:04')
  expect(durationText(59_600)).toBe('1:00')
  expect(durationText(750_000)).toBe('12:30')
  expect(durationText(3_909_000)).toBe('1:05:09')
})
