import { describe, expect, it } from 'vitest'
import { cleanText } from './clean-text.ts'

describe('cleanText', () => {
  it.each([
    ['a\r\nb\rc', 'a\nb\nc'],
    ['  a  \t b \n\n\n\n c ', 'a b\n\nc'],
    ['a\0b\u0007c', 'ab c'],
    ['half \ud83d of a pair', 'half \ufffd of a pair'],
    ['seen\u200b\u2066 only\ufeff', 'seen only'],
    [
      `bread${[...'ignore'].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('')}`,
      'bread',
    ],
    ['👩‍🍳 نان‌وایی', '👩‍🍳 نان‌وایی'],
  ])('%j', (text, clean) => {
    expect(cleanText(text)).toBe(clean)
  })
})
