import { describe, expect, it } from 'vitest'
import { wordChanges } from './word-changes.ts'

const told = (before: string, after: string) =>
  wordChanges(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'added' ? '+' : '-'}[${text}]`))
    .join('')

describe('what became of a text', () => {
  it.each([
    ['We open at seven.', 'We open at eight.', 'We open at -[seven]+[eight].'],
    ['', 'New', '+[New]'],
    ['One two three', 'One three', 'One -[two ]three'],
    ['今日は休みです', '明日は休みです', '-[今日]+[明日]は休みです'],
    ['Hi 👩‍🍳!', 'Hi 👨‍🍳!', 'Hi -[👩‍🍳]+[👨‍🍳]!'],
  ])('%j → %j', (before, after, expected) => {
    expect(told(before, after)).toBe(expected)
  })

  it('shows texts that have nothing in common one after the other', () => {
    const words = (word: string) =>
      Array.from({ length: 4000 }, (_, at) => `${word}${at}`).join(' ')
    expect(wordChanges(words('a'), words('b'))).toHaveLength(2)
  })
})
