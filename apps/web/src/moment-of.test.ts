import { expect, it } from 'vitest'
import { momentOf } from './moment-of.ts'

it('reads an instant from an address', () => {
  const at = '2026-11-25T09:20:00.000Z'
  expect(momentOf({ at })).toEqual({ at })
  expect(momentOf({ at: '2026-11-25T10:20:00+01:00' })).toEqual({ at })
  expect(momentOf({ at: '2026-11-25' })).toEqual({ at: '2026-11-25T00:00:00.000Z' })
})

it.each([undefined, '', 'garbage', 'garbage 1', '2026-13-45', '5'])('%s is now', (at) => {
  expect(momentOf({ at })).toStrictEqual({ at: undefined })
})
