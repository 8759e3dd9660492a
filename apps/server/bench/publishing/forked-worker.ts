import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Place } from './played-four.ts'

export interface WorkerTask {
  readonly connectionString: string
  readonly folder: string
  readonly places: readonly Place[]
  /** Deliveries at once. */
  readonly concurrency: number
}

const program = fileURLToPath(new URL('worker-process.ts', import.meta.url))

/** A worker in a process of its own, which looks for what is due. */
export async function forkWorker(task: WorkerTask): Promise<{ stop(): Promise<void> }> {
  const child = fork(program, [JSON.stringify(task)])
  await heard(child)
  return {
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.disconnect()
      await gone
    },
  }
}

function heard(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', () => reject(new Error('A worker ended before it began.')))
  })
}
