import { existsSync, statfsSync } from 'node:fs'

/** Why PostgreSQL cannot be had here. */
export type LocalPostgresReason =
  | 'unsupported_platform'
  | 'not_writable'
  | 'not_enterable'
  | 'disk_full'
  | 'in_use'
  | 'other_version'
  | 'not_started'

/** PostgreSQL cannot be started. The message is one sentence that a person can act on. */
export class LocalPostgresError extends Error {
  override readonly name = 'LocalPostgresError'
  readonly reason: LocalPostgresReason

  constructor(reason: LocalPostgresReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}

/** Turns a failed file operation into the sentence for it; anything else stays as it is. */
export function explainFileError(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder, error)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR')
    return new LocalPostgresError(
      'not_writable',
      `Rheos cannot write to ${folder}. Make it writable, or set DATA_DIR to another folder.`,
      { cause: error },
    )
  return error
}

/** Turns what `initdb` or `postgres` printed into the sentence for it. */
export function explainOutput(output: string, folder: string): LocalPostgresError {
  const cause = new Error(output.trim() || 'nothing was printed')
  if (/no space left on device|disk quota exceeded/i.test(output) || hasNoSpace(folder))
    return diskFull(folder, cause)
  const stranger = /could not look up effective user ID (\d+)/.exec(output)?.[1]
  if (stranger !== undefined) return unknownUser(stranger, cause)
  const said = /(?:FATAL|PANIC|error|initdb):\s*(.+)/i.exec(output)?.[1] ?? 'it gave no reason'
  return new LocalPostgresError(
    'not_started',
    `The database in ${folder} could not be started: ${said.replace(/[.\s]+$/, '')}.`,
    { cause },
  )
}

/** As in a container that is run under a number of its own. */
function unknownUser(id: string, cause: unknown): LocalPostgresError {
  return new LocalPostgresError(
    'not_started',
    `PostgreSQL needs the user it runs as to have a name, and user ${id} has none here. ` +
      'Add the user to /etc/passwd, or set DATABASE_URL to another PostgreSQL.',
    { cause },
  )
}

function diskFull(folder: string, cause: unknown): LocalPostgresError {
  return new LocalPostgresError(
    'disk_full',
    `The disk of ${folder} is full. Free some space, or set DATA_DIR to another disk.`,
    { cause },
  )
}

/** On a full disk the reason itself often finds no room in the log. */
function hasNoSpace(folder: string): boolean {
  return existsSync(folder) && statfsSync(folder).bavail === 0
}
