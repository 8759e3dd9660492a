import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isAlive } from './process-state.ts'

/** A name beside `path` to build under, so that a half-made folder never bears the true name. */
export function temporaryName(path: string): string {
  return `${path}~${process.pid}`
}

/** Gives the finished folder its name. When another process was first, its folder is kept. */
export function moveIntoPlace(made: string, path: string): void {
  try {
    renameSync(made, path)
  } catch (error) {
    if (!existsSync(path)) throw error
    rmSync(made, { recursive: true, force: true })
  }
}

/** Removes what killed processes left half made. */
export function removeLeftovers(home: string): void {
  for (const name of readdirSync(home)) {
    const pid = Number(/~(\d+)$/.exec(basename(name))?.[1])
    if (pid > 0 && (pid === process.pid || !isAlive(pid)))
      rmSync(join(home, name), { recursive: true, force: true })
  }
}
