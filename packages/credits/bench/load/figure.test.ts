import { expect, test } from 'vitest'
import { figureOf, ratioOf } from './figure.ts'

test('a figure is the median of its rounds, with the least and the most', () => {
  expect(figureOf([3, 1, 2])).toMatchObject({ median: 2, min: 1, max: 3 })
  expect(figureOf([4, 1, 2, 3])).toMatchObject({ median: 2.5, min: 1, max: 4 })
})

test('a round in which nothing was measured does not count', () => {
  expect(figureOf([Number.NaN, 2, 4])).toMatchObject({ median: 3, min: 2, max: 4 })
  expect(figureOf([Number.NaN])).toMatchObject({ median: Number.NaN, min: Number.NaN })
})

test('a ratio is taken round by round', () => {
  const slowThenFast = figureOf([10, 100, 30])
  expect(ratioOf(slowThenFast, figureOf([1, 10, 2]))).toMatchObject({
    median: 10,
    min: 10,
    max: 15,
  })
})
