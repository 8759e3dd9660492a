import { expect, it } from 'vitest'
import { balancedLines } from './break-lines.ts'

it.each([
  ['Now open: the new reading room', 3, ['Now open:', 'the new', 'reading room']],
  ['Now open: the new reading room', 2, ['Now open: the new', 'reading room']],
  ['We are open on Sundays', 2, ['We are open', 'on Sundays']],
])('"%s" on %i lines ends none of them in an article', (text, count, lines) => {
  const words = text.split(' ')
  const widths = { words: words.map((word) => word.length), space: 1 }
  expect(balancedLines(words, count, widths)).toEqual(lines)
})
