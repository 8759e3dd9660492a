import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The built server, as `npm start` runs it. */
export interface ServerProcess {
  readonly child: ChildProcess
  /** What it has printed so far. */
  readonly stdout: () => string
  readonly stderr: () => string
  /** Resolves with the exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>
  /** Resolves when it says that it is ready; rejects when it ends before. */
  readonly ready: Promise<void>
}

export function startServerProcess(environment: Readonly<Record<string, string>>): ServerProcess {
  const child = spawn(process.execPath, ['apps/server/dist/main.js'], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = { stdout: '', stderr: '' }
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal))
  })
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed.stdout += chunk.toString()
      if (printed.stdout.includes('Rheos is ready')) resolve()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      printed.stderr += chunk.toString()
    })
    ended.then(() => reject(new Error(`The server ended before it was ready: ${printed.stderr}`)))
  })
  // Not every test waits for it.
  ready.catch(() => undefined)
  return { child, stdout: () => printed.stdout, stderr: () => printed.stderr, ended, ready }
}
