import type { Prices } from '@rheos/contract'
import { expect, it } from 'vitest'
import { priceHistory } from './price-history.ts'

const versions = [
  { version: 4, effectiveFrom: '2027-01-01T00:00:00.000Z', prices: { a: 6, b: 20, d: 1 } },
  { version: 3, effectiveFrom: '2026-09-01T00:00:00.000Z', prices: { a: 5, b: 20, c: 3 } },
  { version: 2, effectiveFrom: '2026-06-01T00:00:00.000Z', prices: { a: 5, b: 20 } },
  { version: 1, effectiveFrom: '2026-05-01T00:00:00.000Z', prices: { a: 10, b: 20 } },
]
const prices: Prices = { version: 3, effectiveFrom: '', prices: { a: 5, b: 20, c: 3 }, versions }

const since = '2026-05-20T08:00:00.000Z'

it('steps only where a price changed, with what was before and is announced', () => {
  expect(priceHistory(prices, 'a', since)).toEqual({
    now: { from: '2026-06-01T00:00:00.000Z', price: 5 },
    before: [{ from: '2026-05-01T00:00:00.000Z', price: 10, until: '2026-06-01T00:00:00.000Z' }],
    after: [{ from: '2027-01-01T00:00:00.000Z', price: 6 }],
  })
  expect(priceHistory(prices, 'b', since)).toEqual({
    now: { from: '2026-05-01T00:00:00.000Z', price: 20 },
    before: [],
    after: [],
  })
  // No longer offered from then on, and offered from then on.
  expect(priceHistory(prices, 'c', since).after).toEqual([
    { from: '2027-01-01T00:00:00.000Z', price: undefined },
  ])
  expect(priceHistory(prices, 'd', since)).toMatchObject({
    now: { price: undefined },
    after: [{ price: 1 }],
  })
})

it('tells a price that ended before one was here to nobody', () => {
  expect(priceHistory(prices, 'a', '2026-06-01T00:00:00.000Z').before).toEqual([])
})
