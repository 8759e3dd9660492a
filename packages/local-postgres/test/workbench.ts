import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type LocalPostgres, startLocalPostgres } from '@rheos/local-postgres'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { makeScratchFolder } from '../../../test/scratch-folder.ts'

/** What the process in `holder.ts` says once it has started PostgreSQL, or failed to. */
export interface Held {
  readonly url: string
  readonly pid: number
  readonly takenOver: boolean
  readonly failed?: string
}

/** An empty folder, removed after the test with the PostgreSQL that still runs in it. */
export function newDataDir(): string {
  const dataDir = makeScratchFolder('local-postgres')
  onTestFinished(async () => {
    if (existsSync(join(dataDir, 'postgres', 'cluster', 'data', 'postmaster.pid'))) {
      const left = await startLocalPostgres({ dataDir, durable: false })
      await left.stop()
    }
    rmSync(dataDir, { recursive: true, force: true })
  })
  return dataDir
}

export async function start(dataDir: string): Promise<LocalPostgres> {
  const postgres = await startLocalPostgres({ dataDir, durable: false })
  onTestFinished(() => postgres.stop())
  return postgres
}

/** Starts `holder.ts` as a process of its own. */
export function spawnHolder(
  dataDir: string,
  env: Readonly<Record<string, string>> = {},
): { readonly child: ChildProcess; readonly held: Promise<Held> } {
  const holder = fileURLToPath(new URL('./holder.ts', import.meta.url))
  const child = spawn(
    process.execPath,
    ['--conditions=rheos-source', '--import=tsx', holder, dataDir],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...env },
    },
  )
  onTestFinished(() => killHard(child))
  const held = new Promise<Held>((resolve, reject) => {
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).once('line', (line) =>
      resolve(JSON.parse(line)),
    )
    child.once('exit', () => reject(new Error('the holder ended without a word')))
  })
  held.catch(() => undefined)
  return { child, held }
}

export async function killHard(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

export async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query(text)
    return rows
  } finally {
    await client.end()
  }
}

/** Waits until the condition holds; fails after ten seconds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('the condition did not come true in time')
    await pause(10)
  }
}
