import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type LocalPostgres, startLocalPostgres } from '@rheos/local-postgres'
import type { TestProject } from 'vitest/node'
import { abandonedFolders, makeScratchFolder } from './scratch-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the run's PostgreSQL, as its superuser. */
    readonly postgresUrl: string
  }
}

const throwAway = { durable: false, settings: { max_connections: '400' } }

/** One throw-away PostgreSQL for the whole run, whichever projects it has. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  for (const folder of abandonedFolders()) await removeAbandoned(folder)
  const dataDir = makeScratchFolder('postgres')
  const postgres = await startLocalPostgres({ dataDir, ...throwAway })
  project.provide('postgresUrl', postgres.connectionString)
  return () => remove(postgres, dataDir)
}

async function remove(postgres: LocalPostgres, dataDir: string): Promise<void> {
  await postgres.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

/** A killed run leaves its PostgreSQL running; the next one ends it. */
async function removeAbandoned(folder: string): Promise<void> {
  try {
    if (existsSync(join(folder, 'postgres/cluster/data/postmaster.pid')))
      await remove(await startLocalPostgres({ dataDir: folder, ...throwAway }), folder)
    else rmSync(folder, { recursive: true, force: true })
  } catch {
    // Another user's, or in use by another run that does the same: not ours to mend.
  }
}
