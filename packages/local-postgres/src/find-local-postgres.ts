import { existsSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { connectionString, readPassword } from './cluster.ts'
import { explainFileError } from './local-postgres-error.ts'
import { runningPostmaster } from './postmaster.ts'

/** What is in a data folder: no database, one that is not running, or one that is. */
export type FoundPostgres =
  | { readonly state: 'none' }
  | { readonly state: 'stopped' }
  | { readonly state: 'running'; readonly connectionString: string }

/**
 * Looks for the database of a data folder without starting, taking over or making anything: whoever
 * runs it goes on.
 *
 * @throws {LocalPostgresError} when its password may not be read.
 */
export function findLocalPostgres({ dataDir }: { readonly dataDir: string }): FoundPostgres {
  const home = join(resolve(dataDir), 'postgres')
  if (!existsSync(join(home, 'cluster'))) return { state: 'none' }
  const cluster = join(realpathSync(home), 'cluster')
  const running = runningPostmaster(join(cluster, 'data'))
  if (running === undefined) return { state: 'stopped' }
  try {
    const url = connectionString(readPassword(cluster), running.port, 'rheos')
    return { state: 'running', connectionString: url }
  } catch (error) {
    throw explainFileError(error, dataDir)
  }
}
