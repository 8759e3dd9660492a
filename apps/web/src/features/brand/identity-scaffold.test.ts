import { describe, expect, it } from 'vitest'
import { countWords } from './identity-scaffold.ts'

describe('countWords', () => {
  it.each([
    ['## Do\n\n- Say **good** morning', 4],
    ['', 0],
    ['خبز طازج كل يوم', 4],
  ])('%j', (text, words) => {
    expect(countWords(text)).toBe(words)
  })
})
