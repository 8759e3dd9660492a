import { describe, expect, it } from 'vitest'
import { placeOfWish } from './rewrite-wish.ts'

const text = 'We bake. We bake the best bread. Come by.'
const pieceOf = (quote: string, start: number): string => {
  const place = placeOfWish(text, { start, end: start + quote.length, quote })
  return text.slice(place.start, place.end)
}

describe('what a wished rewrite is about', () => {
  it('is the sentence of the piece that was checked, though the same words stand before it', () => {
    expect(pieceOf('We bake', 9)).toBe('We bake the best bread.')
  })

  it('is every sentence that the piece reaches into', () => {
    expect(pieceOf('bread. Come', 26)).toBe('We bake the best bread. Come by.')
  })

  it('follows a piece that has moved since', () => {
    expect(pieceOf('best', 0)).toBe('We bake the best bread.')
  })

  it('is the whole text where no piece is named, or it has gone', () => {
    expect(placeOfWish('one, two', undefined)).toEqual({ start: 0, end: 8 })
    expect(pieceOf('worst', 0)).toBe(text)
  })
})
