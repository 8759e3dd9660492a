import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new empty folder that PostgreSQL's user can enter, also when the run's own TMPDIR is private. */
export function makeScratchFolder(name: string): string {
  const folder = mkdtempSync(join(scratchRoot(), `${name}-${process.pid}-`))
  chmodSync(folder, 0o711)
  return folder
}

/** The first of the usual places that an unprivileged user can enter. */
export function scratchRoot(): string {
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
