import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { issueWords } from './issue-words.ts'

function words(schema: z.ZodType, value: unknown): string | undefined {
  const [issue] = schema.safeParse(value).error?.issues ?? []
  return issue && issueWords(issue)
}

describe('issueWords', () => {
  it.each([
    [z.object({ a: z.string() }), {}, 'is missing'],
    [z.number(), '2', 'must be a number'],
    [z.number().int(), 1.5, 'must be a whole number'],
    [z.number().min(1), 0, 'must be at least 1'],
    [z.number().max(4), 5, 'must be at most 4'],
    [z.string().max(3), 'abcd', 'must have at most 3 characters'],
    [z.array(z.string()).min(1), [], 'must have at least 1 entries'],
    [z.enum(['x', 'y']), 'z', 'must be “x” or “y”'],
    [z.enum([...'abcdefg']), 'z', 'must be “a”, “b”, “c”, “d”, “e” or one of 2 others'],
    [z.strictObject({}), { b: 1 }, 'the field “b” is not known'],
    [
      z.discriminatedUnion('k', [z.object({ k: z.literal('a') }), z.object({ k: z.literal('b') })]),
      { k: 'c' },
      'must be “a” or “b”',
    ],
    [z.string().min(1, 'say what the image should show'), '', 'say what the image should show'],
  ])('%#', (schema, value, expected) => {
    expect(words(schema, value)).toBe(expected)
  })
})
