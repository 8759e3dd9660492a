import { describe, expect, it } from 'vitest'
import { titleFrom } from './title-from.ts'

describe('titleFrom', () => {
  it.each([
    ['Fresh bread at dawn. Come by.', 'Fresh bread at dawn'],
    ['Why do we bake at night?\n\nBecause …', 'Why do we bake at night?'],
    ['No. 7 is back in the window today. Yes.', 'No. 7 is back in the window today'],
    ['  Short  ', 'Short'],
    ['', ''],
  ])('%j → %j', (text, title) => {
    expect(titleFrom(text)).toBe(title)
  })

  it('cuts a long sentence between words', () => {
    const title = titleFrom('word '.repeat(40))
    expect(title.length).toBeLessThanOrEqual(80)
    expect(title).toMatch(/word…$/)
  })

  it('never cuts a character in two', () => {
    expect(titleFrom('🍞'.repeat(200))).toBe(`${'🍞'.repeat(79)}…`)
  })
})
