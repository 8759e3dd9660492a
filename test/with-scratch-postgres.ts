import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { type LocalPostgres, startLocalPostgres } from '@rheos/local-postgres'
import { makeScratchFolder } from './scratch-folder.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** A durable PostgreSQL and the folder on the disk that it is in. */
export interface ScratchPostgres {
  readonly folder: string
  readonly postgres: LocalPostgres
}

/** Starts a server for some work and leaves nothing of it, also when the work is interrupted. */
export async function withScratchPostgres<T>(
  name: string,
  work: (scratch: ScratchPostgres) => Promise<T>,
): Promise<T> {
  let scratch: Scratch | undefined
  let interruption: Promise<never> | undefined
  const interrupt = (_: unknown, signal: number) => {
    const exit = () => process.exit(128 + signal)
    interruption ??= (scratch?.remove() ?? Promise.resolve()).then(exit, exit)
  }
  // Before there is anything to remove: making a database blocks, and a signal then ends the process.
  for (const signal of signals) process.on(signal, interrupt)
  try {
    scratch = startInScratchFolder(name)
    return await work(await scratch.started)
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
  readonly started: Promise<ScratchPostgres>
  /** Once, however often it is called. */
  remove(): Promise<void>
}

function startInScratchFolder(name: string): Scratch {
  const folder = makeScratchFolder(name)
  const starting = startLocalPostgres({ dataDir: folder })
  let removal: Promise<void> | undefined
  return {
    started: starting.then((postgres) => ({ folder, postgres })),
    remove: () => {
      removal ??= starting
        .then((postgres) => postgres.stop())
        .finally(() => rmSync(folder, { recursive: true, force: true }))
      return removal
    },
  }
}
