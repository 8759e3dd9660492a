import { expect, test } from 'vitest'
import { pricesReadAgainInMs } from './credits.ts'

const now = Date.parse('2026-11-26T09:00:00Z')

const version = (number: number, inMs: number) => ({
  version: number,
  effectiveFrom: new Date(now + inMs).toISOString(),
  prices: {},
})

test('prices are read again when they change, at most a second late, and within their notice', () => {
  const present = version(2, -86_400_000)
  const announced = (...inMs: number[]) => ({
    ...present,
    versions: [...inMs.map((ms, index) => version(3 + index, ms)).reverse(), present],
  })
  const readAgain = (...inMs: number[]) => pricesReadAgainInMs(announced(...inMs), now)
  expect(readAgain(60_000)).toBe(60_200)
  expect(readAgain(60_000, 90_000)).toBe(60_200)
  // A clock that is ahead of the server's.
  expect(readAgain(-60_000)).toBe(1000)
  expect(readAgain(30 * 86_400_000)).toBeLessThan(5 * 60_000)
  expect(readAgain()).toBeLessThan(5 * 60_000)
})
