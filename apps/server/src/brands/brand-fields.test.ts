import { describe, expect, it } from 'vitest'
import { aBrand } from '../../test/brands/a-brand.ts'
import { originsAfter, sameValue } from './brand-fields.ts'

describe('originsAfter', () => {
  it('marks what changed and leaves alone what was saved as it was', () => {
    const brand = aBrand({
      description: 'Bread',
      tone: ['warm'],
      colors: { primary: '#112233' },
      origins: { description: 'import', tone: 'import', colors: 'import' },
    })
    const saved = { description: 'Bread', tone: ['warm', 'short'], colors: { primary: '#112233' } }
    expect(originsAfter(brand, saved, 'hand')).toEqual({
      description: 'import',
      tone: 'hand',
      colors: 'import',
    })
  })

  it('an emptied field came from nowhere', () => {
    const brand = aBrand({ tone: ['warm'], origins: { tone: 'hand' } })
    expect(originsAfter(brand, { tone: [] }, 'hand')).toEqual({})
  })
})

describe('sameValue', () => {
  it('looks past the order of keys and keys without a value', () => {
    expect(sameValue({ a: 1, b: 2 }, { b: 2, a: 1, c: undefined })).toBe(true)
    expect(sameValue(['a', 'b'], ['b', 'a'])).toBe(false)
  })
})
