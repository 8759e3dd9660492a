import { describe, expect, test } from 'vitest'
import { explainFileError, explainOutput } from './local-postgres-error.ts'

const folder = '/srv/rheos'
const fileError = (code: string) => Object.assign(new Error(`${code}: it failed`), { code })

describe('explainOutput', () => {
  test.each([
    'initdb: error: could not create directory "pg_wal": No space left on device',
    '2026-11-23 06:06:13.686 UTC [148] FATAL:  could not write lock file "postmaster.pid": No space left on device',
    'PANIC:  could not write to file "pg_logical/replorigin_checkpoint.tmp": Disk quota exceeded',
  ])('a full disk: %s', (output) => {
    expect(explainOutput(output, folder)).toMatchObject({
      reason: 'disk_full',
      message: 'The disk of /srv/rheos is full. Free some space, or set DATA_DIR to another disk.',
    })
  })

  test('a user without a name', () => {
    const output = 'initdb: could not look up effective user ID 1234: user does not exist'
    expect(explainOutput(output, folder).message).toBe(
      'PostgreSQL needs the user it runs as to have a name, and user 1234 has none here. ' +
        'Add the user to /etc/passwd, or set DATABASE_URL to another PostgreSQL.',
    )
  })

  test('anything else is told in the words of PostgreSQL', () => {
    const output = 'LOG:  starting\nFATAL:  could not map anonymous shared memory.\nHINT:  less\n'
    expect(explainOutput(output, folder)).toMatchObject({
      reason: 'not_started',
      message:
        'The database in /srv/rheos could not be started: could not map anonymous shared memory.',
    })
    expect(explainOutput('', folder).message).toMatch(/: it gave no reason\.$/)
  })
})

describe('explainFileError', () => {
  test.each([
    ['ENOSPC', 'disk_full'],
    ['EDQUOT', 'disk_full'],
    ['EACCES', 'not_writable'],
    ['EROFS', 'not_writable'],
  ])('%s is %s', (code, reason) => {
    expect(explainFileError(fileError(code), folder)).toMatchObject({ reason })
  })

  test('leaves what it does not know as it is', () => {
    const error = fileError('EIO')
    expect(explainFileError(error, folder)).toBe(error)
  })
})
