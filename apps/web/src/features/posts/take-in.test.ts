import { expect, it } from 'vitest'
import { differenceOf } from './take-in.ts'

it.each([
  ['one two', 'one big two'],
  ['one two', 'one'],
  ['', 'new'],
  ['aaa', 'aa'],
  ['aa', 'aaaa'],
  ['abab', 'abcab'],
  ['same', 'same'],
])('%j becomes %j by changing what differs', (before, after) => {
  const { start, end, text } = differenceOf(before, after)
  expect(before.slice(0, start) + text + before.slice(end)).toBe(after)
  expect(end - start + text.length).toBeLessThanOrEqual(Math.abs(after.length - before.length) + 1)
})
