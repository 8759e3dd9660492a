import { setMaxListeners } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { StoreError } from '@rheos/credits'
import type { OpenLedger } from '../open-ledger.ts'
import type { Opening, Telling } from './messages.ts'
import { Teller } from './teller.ts'

const AGAIN_AFTER_MS = 50

/** One process: its ledger, and what all its callers go by. */
export class Site {
  readonly opened: OpenLedger
  readonly opening: Opening
  readonly #teller = new Teller()
  readonly #finish = new AbortController()

  constructor(opened: OpenLedger, opening: Opening) {
    this.opened = opened
    this.opening = opening
    setMaxListeners(0, this.#finish.signal)
  }

  get isFinishing(): boolean {
    return this.#finish.signal.aborted
  }

  finish(): void {
    this.#finish.abort()
  }

  /** A while, or until everybody is to finish. */
  async rest(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.#finish.signal }).catch(() => undefined)
  }

  async tell(...tellings: readonly Telling[]): Promise<void> {
    await this.#teller.tell(...tellings)
  }

  async wrong(rule: string, text: string): Promise<void> {
    await this.tell({ type: 'wrong', rule, text })
  }

  /** Asks the same until there is an answer. */
  async ask<T>(what: string, question: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await question()
      } catch (error) {
        await this.failed(what, error)
      }
      await pause(AGAIN_AFTER_MS)
    }
  }

  /** Only of the store may a caller hear that it failed. */
  async failed(what: string, error: unknown): Promise<void> {
    const text = textOf(error)
    if (error instanceof StoreError) await this.tell({ type: 'failed', what, error: text })
    else await this.wrong('C32', `${what} met ${text}`)
  }
}

export function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? String(error) : `${error} (${textOf(error.cause)})`
}
