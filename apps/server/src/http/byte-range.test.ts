import { expect, test } from 'vitest'
import { askedRange } from './byte-range.ts'

const file = { bytes: 100, etag: '"a"' }
const asked = (range: string | undefined, ifRange?: string) => askedRange({ range, ifRange }, file)

test('finds the part that is asked for', () => {
  expect(asked('bytes=0-9')).toEqual({ first: 0, last: 9 })
  expect(asked('bytes=90-')).toEqual({ first: 90, last: 99 })
  expect(asked('bytes=-10')).toEqual({ first: 90, last: 99 })
  expect(asked('bytes=-1000')).toEqual({ first: 0, last: 99 })
  expect(asked('bytes=50-1000')).toEqual({ first: 50, last: 99 })
  expect(asked('bytes=0-9', '"a"')).toEqual({ first: 0, last: 9 })
})

test('gives all of it where no part is asked for, several are, or it is another file now', () => {
  for (const range of [
    undefined,
    '',
    'bytes=-',
    'bytes=9-0',
    'bytes=0-1,5-6',
    'lines=0-1',
    'bytes=a-b',
  ])
    expect(asked(range)).toBe('whole')
  expect(asked('bytes=0-9', '"b"')).toBe('whole')
})

test('says that nothing is there', () => {
  for (const range of ['bytes=100-', 'bytes=100-200', 'bytes=-0']) expect(asked(range)).toBe('none')
})
