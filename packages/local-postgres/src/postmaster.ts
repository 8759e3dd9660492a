import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { freePort } from './free-port.ts'
import { explainOutput, LocalPostgresError } from './local-postgres-error.ts'
import { isAlive, isPostmasterOf } from './process-state.ts'
import type { ServerUser } from './server-user.ts'

/** The running server process of a cluster. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** It was running already, left by a process that is gone. */
  readonly takenOver: boolean
}

export interface PostmasterOptions {
  readonly cluster: Cluster
  readonly programDir: string
  readonly user: ServerUser
  readonly settings: Readonly<Record<string, string>>
  /** The port it has to have again, once a connection string was given out. */
  readonly port?: number
}

const startDeadlineMs = 60_000
const stopDeadlineMs = 30_000
const pollMs = 10
const logBytesMax = 1_000_000

/** Finds the cluster's server running and ready, or starts it. */
export async function ensurePostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const { files, dataDir } = options.cluster
  const deadline = Date.now() + startDeadlineMs
  let failure: unknown
  while (Date.now() < deadline) {
    const running = readPidFile(files)
    if (running !== undefined && isPostmasterOf(running.pid, files)) {
      if (running.ready) return { pid: running.pid, port: running.port, takenOver: true }
      await pause(pollMs)
      continue
    }
    if (running !== undefined && isTakenForAlive(running.pid)) removePidFile(files, running.text)
    const started = await startPostmaster(options)
    if ('pid' in started) return started
    failure = explainOutput(started.output, dataDir)
    if (!isPassing(started.output)) break
    await pause(100)
  }
  throw failure ?? explainOutput('error: it did not become ready in time', dataDir)
}

/** The cluster's server, if it runs and is ready; looks only. */
export function runningPostmaster(files: string): Pick<Postmaster, 'pid' | 'port'> | undefined {
  const running = readPidFile(files)
  return running?.ready && isPostmasterOf(running.pid, files) ? running : undefined
}

/** Stops the server: gently, then firmly, then at once. The data survives each of them. */
export async function stopPostmaster(pid: number, files: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isPostmasterOf(pid, files)) return
    sendSignal(pid, signal)
    const deadline = Date.now() + (signal === 'SIGINT' ? stopDeadlineMs : 5_000)
    while (Date.now() < deadline) {
      if (!isAlive(pid)) return
      await pause(pollMs)
    }
  }
}

async function startPostmaster(
  options: PostmasterOptions,
): Promise<Postmaster | { readonly output: string }> {
  const { files, logFile } = options.cluster
  const port = options.port ?? (await freePort())
  const logStart = logBytes(logFile)
  const child = spawnServer(options, port, logStart === 0 ? 'w' : 'a')
  let failed: Error | undefined
  child.on('error', (error) => {
    failed = error
  })
  const deadline = Date.now() + startDeadlineMs
  while (failed === undefined && child.exitCode === null && child.signalCode === null) {
    const running = readPidFile(files)
    if (running?.ready && running.pid === child.pid)
      return { pid: running.pid, port, takenOver: false }
    if (Date.now() > deadline) break
    await pause(pollMs)
  }
  if (failed !== undefined) throw cannotSpawn(failed)
  return { output: readFileSync(logFile).subarray(logStart).toString('utf8') }
}

function spawnServer(options: PostmasterOptions, port: number, logFlag: 'a' | 'w'): ChildProcess {
  const log = openSync(options.cluster.logFile, logFlag, 0o600)
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    ...options.settings,
  }
  try {
    const child = spawn(
      join(options.programDir, 'bin', 'postgres'),
      [
        ...['-D', options.cluster.files, '-p', String(port)],
        ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      // Of a session of its own, so that a Ctrl-C meant for Rheos does not reach it first.
      {
        ...options.user,
        cwd: '/',
        env: { LC_ALL: 'C' },
        detached: true,
        stdio: ['ignore', log, log],
      },
    )
    child.unref()
    return child
  } finally {
    closeSync(log)
  }
}

/** The log starts anew when it has grown. */
function logBytes(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  return size > logBytesMax ? 0 : size
}

/** What another try can mend: a port taken meanwhile, processes of a killed server on their way out. */
function isPassing(output: string): boolean {
  return /could not bind|lock file "postmaster.pid" already exists|is the server already running|pre-existing shared memory/i.test(
    output,
  )
}

/** What PostgreSQL would take for a living rival: any process of that number, a zombie too. */
function isTakenForAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

interface PidFile {
  readonly text: string
  readonly pid: number
  readonly port: number
  readonly ready: boolean
}

function readPidFile(files: string): PidFile | undefined {
  try {
    const text = readFileSync(join(files, 'postmaster.pid'), 'utf8')
    const lines = text.split('\n').map((line) => line.trim())
    return { text, pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7] === 'ready' }
  } catch {
    return undefined
  }
}

/** Removes the file that was judged stale, and no other that has taken its place meanwhile. */
function removePidFile(files: string, staleText: string): void {
  const path = join(files, 'postmaster.pid')
  const aside = join(files, `postmaster.pid.stale-${process.pid}`)
  try {
    renameSync(path, aside)
    if (readFileSync(aside, 'utf8') === staleText) rmSync(aside)
    else renameSync(aside, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

function cannotSpawn(cause: Error): LocalPostgresError {
  return new LocalPostgresError(
    'unsupported_platform',
    'This system cannot run the PostgreSQL that Rheos brings. Set DATABASE_URL to one of your own.',
    { cause },
  )
}
