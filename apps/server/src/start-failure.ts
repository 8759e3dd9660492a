import { LocalPostgresError } from '@rheos/local-postgres'
import { type Config, ConfigError } from './config.ts'
import { KeptSecretError } from './secrets/kept-secret.ts'
import { StorageUnreachableError } from './storage/storage-unreachable-error.ts'

/** Why the server could not start, in one line that says what to do. */
export function startFailure(error: unknown, config: Config | undefined): string {
  if (
    error instanceof ConfigError ||
    error instanceof LocalPostgresError ||
    error instanceof KeptSecretError ||
    error instanceof StorageUnreachableError
  )
    return oneLine(error.message)
  const failure = rootCause(error)
  return oneLine(
    listenFailure(failure, config) ??
      fileFailure(failure, config) ??
      databaseFailure(failure) ??
      `Rheos could not start: ${failure.message}`,
  )
}

interface Failure {
  readonly code: string
  readonly syscall: string
  readonly message: string
}

/** The innermost error that has a code says most. */
function rootCause(error: unknown): Failure {
  let found: Failure = { code: '', syscall: '', message: String(error) }
  if (error instanceof Error) found = { ...found, message: error.message }
  for (let at: unknown = error; at instanceof Error; at = next(at)) {
    if ('code' in at && typeof at.code === 'string')
      found = {
        code: at.code,
        syscall: 'syscall' in at ? String(at.syscall) : '',
        message: at.message || found.message,
      }
  }
  return found
}

/** Where a name has several addresses, a failed connection has one error for each. */
function next(error: Error): unknown {
  return error instanceof AggregateError ? error.errors[0] : error.cause
}

function listenFailure({ code, syscall }: Failure, config: Config | undefined): string | undefined {
  if (syscall !== 'listen' && syscall !== 'bind') return undefined
  const port = config?.port ?? 0
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program: stop it, or set PORT to another number.`
  if (code === 'EACCES')
    return `Port ${port} may not be used by this user: set PORT to a number above 1023.`
  return undefined
}

function fileFailure({ code }: Failure, config: Config | undefined): string | undefined {
  const folder = config?.dataDir ?? 'the data folder'
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return `The disk of ${folder} is full. Free some space, or set DATA_DIR to another disk.`
  if (/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT)$/.test(code))
    return `Rheos cannot write to ${folder}. Make it writable, or set DATA_DIR to another folder.`
  return undefined
}

const checkUrl = 'Check DATABASE_URL and that the server runs.'

function databaseFailure({ code, message }: Failure): string | undefined {
  if (/^(ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/.test(code))
    return `The database cannot be reached (${code}). ${checkUrl}`
  if (code === '28P01' || code === '28000')
    return 'The database refuses this user or password. Check DATABASE_URL.'
  if (code === '3D000') return 'The database named in DATABASE_URL does not exist: create it first.'
  if (code === '42501')
    return `The database user may not do what Rheos needs: ${message}. Grant it, or use the owner of the database.`
  if (code === '53100') return 'The disk of the database is full. Free some space and start again.'
  if (/^(57P|08|53)/.test(code)) return `The database is not ready: ${message}. ${checkUrl}`
  return undefined
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
