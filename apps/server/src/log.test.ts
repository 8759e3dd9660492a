import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createLog } from './log.ts'

test('a failed statement is logged without what people wrote', () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line: string) => lines.push(line) })
  const cause = Object.assign(new Error('duplicate key value'), {
    code: '23505',
    detail: 'Key (email)=(ada@example.com) already exists.',
  })
  const error = new DrizzleQueryError(
    'insert into x values ($1)',
    ['a private prompt\nof two lines'],
    cause,
  )
  log.error({ err: error }, 'a request failed')
  const [line = ''] = lines
  expect(line).toContain('insert into x')
  expect(line).toContain('23505')
  expect(line).toContain('log.test.ts')
  expect(line).not.toContain('private prompt')
  expect(line).not.toContain('of two lines')
  expect(line).not.toContain('ada@example.com')
})
