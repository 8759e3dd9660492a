import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { explainOutput, LocalPostgresError } from './local-postgres-error.ts'
import type { Program } from './program.ts'
import { giveTo, type ServerUser } from './server-user.ts'
import { moveIntoPlace, temporaryName } from './temporary.ts'

/** One initialised PostgreSQL: its data and the password that opens it. */
export interface Cluster {
  /** What people call the place: named in messages. */
  readonly dataDir: string
  readonly files: string
  readonly logFile: string
  readonly password: string
}

export interface ClusterOptions {
  readonly dataDir: string
  readonly home: string
  readonly program: Program
  readonly programDir: string
  readonly user: ServerUser
  readonly durable: boolean
}

/** Opens the cluster below `home`, made first when there is none. */
export function openCluster(options: ClusterOptions): Cluster {
  const folder = join(options.home, 'cluster')
  if (!existsSync(folder)) makeCluster(folder, options)
  const files = join(folder, 'data')
  assertSameMajor(files, options)
  return {
    dataDir: options.dataDir,
    files,
    logFile: join(options.home, 'postgres.log'),
    password: readPassword(folder),
  }
}

export function readPassword(folder: string): string {
  return readFileSync(join(folder, 'password'), 'utf8')
}

export function connectionString(password: string, port: number, database: string): string {
  return `postgresql://rheos:${password}@127.0.0.1:${port}/${database}?sslmode=disable`
}

/** Data and password are made under another name and appear at once, or not at all. */
function makeCluster(folder: string, options: ClusterOptions): void {
  const making = temporaryName(folder)
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making)
  chmodSync(making, 0o711)
  const data = join(making, 'data')
  mkdirSync(data, { mode: 0o700 })
  giveTo(options.user, data)
  const password = randomBytes(24).toString('base64url')
  writeFileSync(join(making, 'password'), password, { mode: 0o600 })
  try {
    initialise(data, password, options)
    moveIntoPlace(making, folder)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    throw error
  }
}

function initialise(data: string, password: string, options: ClusterOptions): void {
  const passwordFile = `${data}.password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  giveTo(options.user, passwordFile)
  const { status, stdout, stderr, error } = spawnSync(
    join(options.programDir, 'bin', 'initdb'),
    [
      `--pgdata=${data}`,
      '--username=rheos',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Built in, so the same on every machine, whatever its locales and `LANG`.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--set=timezone=UTC',
      '--set=log_timezone=UTC',
      ...(options.durable ? [] : ['--no-sync']),
    ],
    { ...options.user, cwd: '/', env: { LC_ALL: 'C' }, encoding: 'utf8' },
  )
  rmSync(passwordFile, { force: true })
  if (error) throw cannotRun(error)
  if (status !== 0) throw explainOutput(`${stdout}\n${stderr}`, options.dataDir)
}

/** The file is there, yet the system will not run it: it lacks the C library it was built for. */
function cannotRun(cause: Error): LocalPostgresError {
  return new LocalPostgresError(
    'unsupported_platform',
    'This system cannot run the PostgreSQL that Rheos brings. Set DATABASE_URL to one of your own.',
    { cause },
  )
}

function assertSameMajor(files: string, { program, dataDir }: ClusterOptions): void {
  const written = readFileSync(join(files, 'PG_VERSION'), 'utf8').trim()
  if (written === program.major) return
  throw new LocalPostgresError(
    'other_version',
    `The data in ${dataDir} was written by PostgreSQL ${written}, and this Rheos brings ` +
      `PostgreSQL ${program.major}. Use the Rheos that wrote it, or set DATA_DIR to another folder.`,
  )
}
