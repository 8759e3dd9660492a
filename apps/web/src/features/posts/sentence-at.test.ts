import { expect, it } from 'vitest'
import { sentenceAt } from './sentence-at.ts'

it.each([
  ['We bake. We rest. We bake again.', 10, 'We rest.'],
  ['We bake. We rest.', 17, 'We rest.'],
  ['今日は休み。明日は営業。', 8, '明日は営業。'],
  ['One line\nAnother line', 12, 'Another line'],
  ['', 0, ''],
  ['   ', 1, ''],
])('%j at %i means %j', (text, at, expected) => {
  expect(text.slice(...sentenceAt(text, at))).toBe(expected)
})
