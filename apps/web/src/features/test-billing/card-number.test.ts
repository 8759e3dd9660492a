import { expect, it } from 'vitest'
import { cardNumberText } from './card-number.ts'

it.each([
  ['', ''],
  ['4242', '4242'],
  ['42424', '4242 4'],
  ['4242424242424242', '4242 4242 4242 4242'],
  ['4242-4242 4242x4242 99', '4242 4242 4242 4242'],
])('groups %o as %o', (typed, text) => {
  expect(cardNumberText(typed)).toBe(text)
})
