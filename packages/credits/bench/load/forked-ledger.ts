import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Load, LoadResult, PairsTask } from './closed-loops.ts'

/** What `ledger-process.ts` can be asked. */
export type Ask =
  | { readonly type: 'open'; readonly url: string; readonly workspaces: number }
  | { readonly type: 'load'; readonly load: Load }
  | { readonly type: 'pairs'; readonly task: PairsTask }

interface Answer {
  readonly result?: unknown
  readonly error?: string
}

const program = fileURLToPath(new URL('ledger-process.ts', import.meta.url))

/** A ledger in a process of its own, with connections of its own. */
export class ForkedLedger {
  readonly #child: ChildProcess

  private constructor(child: ChildProcess) {
    this.#child = child
  }

  static async open(url: string, workspaces: number): Promise<ForkedLedger> {
    const forked = new ForkedLedger(
      fork(program, { execArgv: [...process.execArgv, '--expose-gc'] }),
    )
    await forked.#ask({ type: 'open', url, workspaces })
    return forked
  }

  async load(load: Load): Promise<LoadResult> {
    return (await this.#ask({ type: 'load', load })) as LoadResult
  }

  /** Answers the bytes of the heap that are in use afterwards. */
  async pairs(task: PairsTask): Promise<number> {
    return (await this.#ask({ type: 'pairs', task })) as number
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.disconnect()
    await gone
  }

  async #ask(ask: Ask): Promise<unknown> {
    const child = this.#child
    return await new Promise((resolve, reject) => {
      const onExit = () => reject(new Error('The process of a ledger ended early.'))
      child.once('exit', onExit)
      child.once('message', ({ result, error }: Answer) => {
        child.off('exit', onExit)
        if (error === undefined) resolve(result)
        else reject(new Error(error))
      })
      child.send(ask)
    })
  }
}
