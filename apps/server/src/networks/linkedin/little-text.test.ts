import { describe, expect, it } from 'vitest'
import { littleText, plainText } from './little-text.ts'

describe('text of LinkedIn', () => {
  it('escapes what would cut the text off', () => {
    expect(littleText('a (b) [c] {d} <e> | f_g * h ~ i @ j \\ k')).toBe(
      'a \\(b\\) \\[c\\] \\{d\\} \\<e\\> \\| f\\_g \\* h \\~ i \\@ j \\\\ k',
    )
  })

  it('keeps hashtags, and nothing else that has the sign', () => {
    expect(littleText('#rye_bread, #7 and C# at a#b')).toBe(
      '{hashtag|\\#|rye\\_bread}, \\#7 and C\\# at a\\#b',
    )
  })

  it.each([
    'Rye (today) #bread #Müsli_2 https://river.example/a_b#c',
    '\\#{hashtag|\\#|no} \\\\ \\',
    '👩‍🍳 #👩‍🍳 ~ #été',
  ])('reads back what it wrote: %s', (text) => {
    expect(plainText(littleText(text))).toBe(text)
  })
})
