import { chmodSync, existsSync, mkdirSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Cluster, connectionString, openCluster } from './cluster.ts'
import { type InstanceLock, takeInstanceLock } from './instance-lock.ts'
import { explainFileError, LocalPostgresError } from './local-postgres-error.ts'
import { ensurePostmaster, type PostmasterOptions, stopPostmaster } from './postmaster.ts'
import { findProgram, removeOtherPrograms, stageProgram } from './program.ts'
import { assertCanEnter, serverUser } from './server-user.ts'
import { removeLeftovers } from './temporary.ts'

export interface LocalPostgresOptions {
  /** Where everything is kept, below `postgres/`; made when missing. One instance at a time. */
  readonly dataDir: string
  /** Settings of PostgreSQL beside the defaults, such as `{ max_connections: '300' }`. */
  readonly settings?: Readonly<Record<string, string>>
  /** Whether a commit outlives a power cut. `false` is for throw-away databases. Default: true. */
  readonly durable?: boolean
}

/** A running PostgreSQL. */
export interface LocalPostgres {
  /** Of the database `rheos`: on the loopback, with a password of its own. It stays the same until `stop`. */
  readonly connectionString: string
  readonly port: number
  /** Of the server process at the start. */
  readonly pid: number
  /** It was left running by a process that was killed. */
  readonly takenOver: boolean
  /** Ends every connection and the server. Calling it again does nothing. */
  stop(): Promise<void>
}

const replaceAfterMs = 10_000
const giveUpAfterMs = 60_000

/**
 * Starts the PostgreSQL that npm brought, or takes over the one that a killed process left. Makes
 * its data the first time; as root it runs as an unprivileged user. When the server process dies it
 * is started again on the same port.
 *
 * @throws {LocalPostgresError} with one sentence: why not, and what to do.
 */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const dataDir = resolve(options.dataDir)
  try {
    const prepared = prepare(dataDir, options)
    const running = await secure(prepared)
    tidy(prepared, running.takenOver)
    return new Guardian(prepared, running)
  } catch (error) {
    throw explainFileError(error, dataDir)
  }
}

interface Prepared extends PostmasterOptions {
  readonly cluster: Cluster
  readonly home: string
}

interface Running {
  readonly pid: number
  readonly port: number
  readonly takenOver: boolean
  readonly lock: InstanceLock
}

function prepare(dataDir: string, options: LocalPostgresOptions): Prepared {
  const program = findProgram()
  const user = serverUser()
  const durable = options.durable ?? true
  makeFolder(dataDir)
  makeFolder(join(dataDir, 'postgres'))
  const home = realpathSync(join(dataDir, 'postgres'))
  assertCanEnter(user, home)
  const programDir = stageProgram(program, home)
  const cluster = openCluster({ dataDir, home, program, programDir, user, durable })
  const throwAway = { fsync: 'off', full_page_writes: 'off' }
  const settings = { ...(durable ? {} : throwAway), ...options.settings }
  return { cluster, home, programDir, user, settings }
}

/** Enterable by everyone, readable by its owner alone, whatever the umask says. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  // Not an error when another process that starts at the same time was quicker.
  mkdirSync(path, { recursive: true })
  chmodSync(path, 0o711)
}

/** A server that runs, answers, and is ours alone. */
async function secure(options: Prepared): Promise<Running> {
  const startedAt = Date.now()
  let replaced = false
  for (;;) {
    const postmaster = await ensurePostmaster(options)
    try {
      return { ...postmaster, lock: await claim(options, postmaster.port) }
    } catch (error) {
      if (error instanceof LocalPostgresError) throw error
      const waitedMs = Date.now() - startedAt
      if (waitedMs > giveUpAfterMs) throw notAnswering(options.cluster.dataDir, error)
      // One that is on its way down or up gets a moment; one that hangs is replaced.
      if (waitedMs > replaceAfterMs && !replaced) {
        replaced = true
        await stopPostmaster(postmaster.pid, options.cluster.files)
      }
      await pause(50)
    }
  }
}

async function claim({ cluster }: Prepared, port: number): Promise<InstanceLock> {
  const url = connectionString(cluster.password, port, 'postgres')
  const lock = await takeInstanceLock(url, cluster.dataDir)
  try {
    await createDatabase(url)
    return lock
  } catch (error) {
    await lock.release()
    throw error
  }
}

function notAnswering(dataDir: string, cause: unknown): LocalPostgresError {
  return new LocalPostgresError(
    'not_started',
    `The database in ${dataDir} was started but does not answer. Its log is postgres/postgres.log there.`,
    { cause },
  )
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rowCount } = await client.query(`select from pg_database where datname = 'rheos'`)
    if (rowCount === 0) await client.query('create database rheos')
  } finally {
    await client.end()
  }
}

function tidy({ home }: Prepared, takenOver: boolean): void {
  removeLeftovers(home)
  // One taken over may still be using an earlier version's files.
  if (!takenOver) removeOtherPrograms(findProgram(), home)
}

/** Holds the lock, and brings the server back when it dies. */
class Guardian implements LocalPostgres {
  readonly connectionString: string
  readonly port: number
  readonly pid: number
  readonly takenOver: boolean
  readonly #options: Prepared
  #running: Running
  #stopped: Promise<void> | undefined
  #recovery: Promise<void> | undefined

  constructor(options: Prepared, running: Running) {
    this.connectionString = connectionString(options.cluster.password, running.port, 'rheos')
    this.port = running.port
    this.pid = running.pid
    this.takenOver = running.takenOver
    this.#options = { ...options, port: running.port }
    this.#running = running
    this.#watch()
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop()
    return this.#stopped
  }

  async #stop(): Promise<void> {
    await this.#recovery
    await this.#running.lock.release()
    await stopPostmaster(this.#running.pid, this.#options.cluster.files)
  }

  #watch(): void {
    this.#running.lock.onLost(() => {
      this.#recovery = this.#recover()
    })
  }

  async #recover(): Promise<void> {
    while (this.#stopped === undefined) {
      try {
        this.#running = await secure(this.#options)
        this.#watch()
        return
      } catch {
        await pause(1_000)
      }
    }
  }
}
