import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new empty folder that PostgreSQL's user can enter, also when the run's own TMPDIR is private. */
export function makeScratchFolder(name: string): string {
  const folder = mkdtempSync(join(scratchRoot(), `rheos-test-${name}-${process.pid}-`))
  chmodSync(folder, 0o711)
  return folder
}

/** The scratch folders whose makers are gone: a killed run removes nothing. */
export function abandonedFolders(): string[] {
  return readdirSync(scratchRoot())
    .filter((name) => {
      const pid = Number(/^rheos-test-.+-(\d+)-\w+$/.exec(name)?.[1])
      return pid > 0 && !isRunning(pid)
    })
    .map((name) => join(scratchRoot(), name))
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The first of the usual places that an unprivileged user can enter. */
function scratchRoot(): string {
  const places = [tmpdir(), '/tmp', '/var/tmp']
  if (process.getuid?.() !== 0) return tmpdir()
  return places.find((place) => canEnter(place)) ?? tmpdir()
}

function canEnter(folder: string): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'cd -- "$0"', folder], {
    uid: 65_534,
    gid: 65_534,
    cwd: '/',
    stdio: 'ignore',
  })
  return status === 0
}
