import { expect, it } from 'vitest'
import { among, extended, nothingSelected, toggled } from './selection.ts'

const order = ['a', 'b', 'c', 'd', 'e']

it('switches single ones on and off', () => {
  const one = toggled(nothingSelected, 'b')
  expect([...one.ids]).toEqual(['b'])
  expect([...toggled(one, 'b').ids]).toEqual([])
})

it('draws a range from where it began, in either direction, beside what was there', () => {
  const begun = toggled(toggled(nothingSelected, 'a'), 'd')
  expect(among(extended(begun, order, 'b'), order)).toEqual(order.slice(0, 4))
  expect(among(extended(extended(begun, order, 'b'), order, 'e'), order)).toEqual(order)
  expect(among(extended(nothingSelected, order, 'c'), order)).toEqual(['c'])
})

it('forgets what is gone', () => {
  expect(among(toggled(nothingSelected, 'gone'), order)).toEqual([])
})
