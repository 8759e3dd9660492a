import { describe, expect, it } from 'vitest'
import { colorFrom, contrastHint, contrastRatio, readableOn } from './contrast.ts'

describe('contrast', () => {
  it('is 21 for black on white, 1 for a colour on itself, the same both ways', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrastRatio('#336699', '#336699')).toBe(1)
    expect(contrastRatio('#1a73e8', '#ffffff')).toBe(contrastRatio('#ffffff', '#1a73e8'))
  })

  it('grades at 4.5 and 3', () => {
    expect(contrastHint('#767676', '#ffffff').grade).toBe('aa')
    expect(contrastHint('#777777', '#ffffff').grade).toBe('large')
    expect(contrastHint('#949494', '#ffffff').grade).toBe('large')
    expect(contrastHint('#959595', '#ffffff').grade).toBe('low')
  })

  it('picks the text that reads on a colour', () => {
    expect(readableOn('#ffe600')).toBe('#000000')
    expect(readableOn('#1b1f3b')).toBe('#ffffff')
  })
})

describe('reading a colour', () => {
  it('takes short and long forms, with and without #', () => {
    expect(colorFrom('#ABC')).toBe('#aabbcc')
    expect(colorFrom(' 1A73e8 ')).toBe('#1a73e8')
  })

  it('takes nothing else', () => {
    for (const text of ['', '#12', '#12345g', 'red', '#1234567'])
      expect(colorFrom(text)).toBeUndefined()
  })
})
