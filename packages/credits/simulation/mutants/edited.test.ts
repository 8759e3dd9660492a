import { expect, test } from 'vitest'
import { edited } from './bundle.ts'

const edit = { file: 'a.ts', remove: 'guard()', put: '' }

test('a guard that has moved or has a twin is no longer removed', () => {
  expect(edited('before guard() after', [edit])).toBe('before  after')
  expect(() => edited('nothing', [edit])).toThrow('a.ts has 0 times: guard()')
  expect(() => edited('guard() guard()', [edit])).toThrow('a.ts has 2 times: guard()')
})
