import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { startLocalPostgres } from '@rheos/local-postgres'
import { makeScratchFolder } from '../../../../test/scratch-folder.ts'
import { BenchServer } from './bench-server.ts'
import { openClient } from './connect.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Starts a server for some work and leaves nothing of it, also when the work is interrupted. */
export async function withBenchServer<T>(work: (server: BenchServer) => Promise<T>): Promise<T> {
  let scratch: Scratch | undefined
  let interruption: Promise<never> | undefined
  const interrupt = (_: unknown, signal: number) => {
    const exit = () => process.exit(128 + signal)
    interruption ??= (scratch?.remove() ?? Promise.resolve()).then(exit, exit)
  }
  // Before there is anything to remove: making a database blocks, and a signal then ends the process.
  for (const signal of signals) process.on(signal, interrupt)
  try {
    scratch = startInScratchFolder()
    return await work(await scratch.server)
  } catch (error) {
    // A signal may be why: one that came during something that blocked is heard a little later.
    await pause(50)
    await interruption
    throw error
  } finally {
    await scratch?.remove()
    for (const signal of signals) process.off(signal, interrupt)
  }
}

interface Scratch {
  readonly server: Promise<BenchServer>
  /** Once, however often it is called. */
  remove(): Promise<void>
}

function startInScratchFolder(): Scratch {
  const folder = makeScratchFolder('bench')
  const starting = startLocalPostgres({ dataDir: folder })
  let removal: Promise<void> | undefined
  return {
    server: starting.then(({ connectionString }) => serverAt(folder, connectionString)),
    remove: () => {
      removal ??= starting
        .then((postgres) => postgres.stop())
        .finally(() => rmSync(folder, { recursive: true, force: true }))
      return removal
    },
  }
}

async function serverAt(folder: string, url: string): Promise<BenchServer> {
  const admin = await openClient(url)
  const { rows } = await admin.query<{ server_version: string }>('show server_version')
  return new BenchServer({ folder, version: rows[0]?.server_version ?? 'unknown', url, admin })
}
