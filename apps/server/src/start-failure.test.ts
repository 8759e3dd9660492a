import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'
import { startFailure } from './start-failure.ts'

const config = readConfig({ DATA_DIR: '/data', PORT: '3000' })

function failure(fields: Record<string, unknown>): Error {
  return Object.assign(new Error('raw words of the system'), fields)
}

test.each([
  [failure({ code: 'EADDRINUSE', syscall: 'listen' }), /^Port 3000 is taken .* set PORT/],
  [failure({ code: 'EACCES', syscall: 'listen' }), /^Port 3000 may not be used/],
  [failure({ code: 'EACCES', syscall: 'mkdir' }), /^Rheos cannot write to \/data\. .*DATA_DIR/],
  [failure({ code: 'ENOSPC', syscall: 'write' }), /^The disk of \/data is full\./],
  [failure({ code: 'ECONNREFUSED' }), /^The database cannot be reached .*DATABASE_URL/],
  [failure({ code: '28P01' }), /^The database refuses this user or password/],
  [failure({ code: '3D000' }), /^The database named in DATABASE_URL does not exist/],
  [
    new AggregateError([failure({ code: 'ECONNREFUSED' })], ''),
    /^The database cannot be reached \(ECONNREFUSED\)/,
  ],
  [
    new Error('The migration could not be applied.', { cause: failure({ code: '42501' }) }),
    /^The database user may not do/,
  ],
  [
    new ConfigError('The setting PORT cannot be used:\n  no.'),
    /^The setting PORT cannot be used: no\.$/,
  ],
  [new Error('something\nelse'), /^Rheos could not start: something else$/],
])('%s', (error, sentence) => {
  const line = startFailure(error, config)
  expect(line).toMatch(sentence)
  expect(line).not.toContain('\n')
})
