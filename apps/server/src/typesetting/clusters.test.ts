import { describe, expect, it } from 'vitest'
import { directionOf } from './clusters.ts'

describe('the direction of a text', () => {
  it.each([
    ['Fresh bread', 'ltr', 'ltr'],
    ['לחם טרי', 'ltr', 'rtl'],
    ['“לחם” is bread', 'ltr', 'rtl'],
    ['Bread is לחם', 'rtl', 'ltr'],
    // Without a letter it goes with what is around it.
    ['2026!', 'rtl', 'rtl'],
    ['06:00', 'ltr', 'ltr'],
  ] as const)('of “%s” among %s is %s', (text, around, direction) => {
    expect(directionOf(text, around)).toBe(direction)
  })
})
