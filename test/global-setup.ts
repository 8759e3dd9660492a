import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type LocalPostgres, startLocalPostgres } from '@rheos/local-postgres'
import type { TestProject } from 'vitest/node'
import { makeScratchFolder, scratchRoot } from './scratch-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the run's PostgreSQL, as its superuser. */
    readonly postgresUrl: string
  }
}

const name = 'rheos-test-postgres'
const throwAway = { durable: false, settings: { max_connections: '400' } }

/** One throw-away PostgreSQL for the whole run, whichever projects it has. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers()
  const dataDir = makeScratchFolder(name)
  const postgres = await startLocalPostgres({ dataDir, ...throwAway })
  project.provide('postgresUrl', postgres.connectionString)
  return () => remove(postgres, dataDir)
}

async function remove(postgres: LocalPostgres, dataDir: string): Promise<void> {
  await postgres.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

/** A killed run leaves its PostgreSQL running; the next one ends it. */
async function removeLeftovers(): Promise<void> {
  for (const entry of readdirSync(scratchRoot())) {
    const pid = Number(new RegExp(`^${name}-(\\d+)-`).exec(entry)?.[1])
    if (!(pid > 0) || isRunning(pid)) continue
    const dataDir = join(scratchRoot(), entry)
    try {
      await remove(await startLocalPostgres({ dataDir, ...throwAway }), dataDir)
    } catch {
      // Another user's, or too broken to start: not ours to mend.
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 0 })
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
