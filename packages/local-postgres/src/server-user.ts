import { spawnSync } from 'node:child_process'
import { chownSync } from 'node:fs'
import { LocalPostgresError } from './local-postgres-error.ts'

/** Who PostgreSQL runs as: it refuses to be root. Empty: whoever runs this process. */
export type ServerUser = { readonly uid: number; readonly gid: number } | Record<string, never>

const nobody = 65_534

export function serverUser(): ServerUser {
  return process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}
}

export function giveTo(user: ServerUser, path: string): void {
  if (user.uid !== undefined) chownSync(path, user.uid, user.gid)
}

/** Throws when PostgreSQL's user cannot come into the folder, as below a private home. */
export function assertCanEnter(user: ServerUser, folder: string): void {
  if (user.uid === undefined) return
  const { status, error } = spawnSync('/bin/sh', ['-c', 'cd -- "$0"', folder], {
    ...user,
    cwd: '/',
    stdio: 'ignore',
  })
  if (error) {
    throw new LocalPostgresError(
      'not_started',
      'PostgreSQL does not run as root, and root may not become another user here. ' +
        'Start Rheos as an ordinary user, or set DATABASE_URL to another PostgreSQL.',
      { cause: error },
    )
  }
  if (status !== 0) {
    throw new LocalPostgresError(
      'not_enterable',
      `As root, Rheos runs its database as an unprivileged user, who cannot enter ${folder}. ` +
        'Set DATA_DIR to a folder that everyone can enter, or start Rheos as an ordinary user.',
    )
  }
}
