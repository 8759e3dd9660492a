import { describe, expect, it } from 'vitest'
import { placeOfWish } from './rewrite-wish.ts'

describe('where a wished rewrite begins', () => {
  it('is the piece that was checked, though the same words stand before it', () => {
    const span = { start: 9, end: 12, quote: 'one' }
    expect(placeOfWish('one, two one', span)).toEqual({ start: 9, end: 12 })
  })

  it('follows a piece that has moved since', () => {
    const span = { start: 0, end: 3, quote: 'two' }
    expect(placeOfWish('one, two', span)).toEqual({ start: 5, end: 8 })
  })

  it('is the whole text where no piece is named, or it has gone', () => {
    expect(placeOfWish('one, two', undefined)).toEqual({ start: 0, end: 8 })
    expect(placeOfWish('one', { start: 0, end: 3, quote: 'two' })).toEqual({ start: 0, end: 3 })
  })
})
