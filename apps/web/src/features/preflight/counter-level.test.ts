import { expect, test } from 'vitest'
import { counterFor, levelText } from './counter-level.ts'

test.each([
  ['', 'fine', 0],
  ['x'.repeat(251), 'fine', 251],
  ['x'.repeat(252), 'near', 252],
  ['x'.repeat(280), 'near', 280],
  ['x'.repeat(281), 'over', 281],
] as const)('of %s', (text, level, count) => {
  expect(counterFor('x', text)).toMatchObject({ level, count, max: 280 })
})

test('too many bytes are over, however few the characters', () => {
  expect(counterFor('bluesky', '👨‍👩‍👧‍👦'.repeat(130))).toMatchObject({ level: 'over', count: 130 })
})

test('a comment has the room of comments, and a text that of texts', () => {
  const text = 'x'.repeat(1251)
  expect(counterFor('linkedin', text, 'comment')).toMatchObject({ level: 'over', max: 1250 })
  expect(counterFor('linkedin', text)).toMatchObject({ level: 'fine', max: 3000 })
})

test('a screen reader hears of the level alone', () => {
  expect(levelText('fine', 'x')).toBe('')
  expect(levelText('near', 'x')).toBe('Close to the limit of X.')
  expect(levelText('over', 'linkedin')).toBe('Too long for LinkedIn.')
})
