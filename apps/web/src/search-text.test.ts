import { describe, expect, it } from 'vitest'
import { readSearch, searchOf, writeSearch } from './search-text.ts'

describe('what stands after the ? of an address', () => {
  it.each(['123', '1e3', 'true', 'null', '{"a":1}', '["a"]', '"quoted"', 'a b&c=d%', '0042'])(
    'is the text %s, there and back',
    (prompt) => {
      expect(readSearch(writeSearch({ prompt }))).toEqual({ prompt })
    },
  )

  it('is nothing where a part is empty or not given', () => {
    expect(readSearch('?prompt=&from')).toEqual({})
    expect(writeSearch({ prompt: undefined })).toBe('')
  })

  it('is no name that objects have anyway', () => {
    expect(searchOf('prompt')(readSearch('?__proto__=a&constructor=b'))).toEqual({})
  })

  it('is read as far as a page names it', () => {
    expect(searchOf('asset', 'folder')({ asset: 'one', other: 'two' })).toEqual({ asset: 'one' })
  })
})
