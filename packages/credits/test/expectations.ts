import { expect } from 'vitest'
import type { Expectations } from '../src/testing/index.ts'

/** The contract's assertions, by vitest. */
export const expectations: Expectations = {
  equal: (actual, expected) => expect(actual).toEqual(expected),
  matches: (actual, expected) => expect(actual).toMatchObject(expected),
  rejects: (promise, message) => expect(promise).rejects.toThrow(message),
}
