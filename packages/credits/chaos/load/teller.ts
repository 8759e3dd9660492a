import { setImmediate as moment } from 'node:timers/promises'
import type { Message, Telling } from './messages.ts'

/** Tells the parent; what was told at the same time goes together. */
export class Teller {
  #tellings: Telling[] = []
  #sending: Promise<void> | undefined

  /** Resolves when the parent will hear of it even if this process is killed the moment after. */
  async tell(...tellings: readonly Telling[]): Promise<void> {
    this.#tellings.push(...tellings)
    this.#sending ??= this.#sendSoon()
    await this.#sending
  }

  async #sendSoon(): Promise<void> {
    await moment()
    const tellings = this.#tellings
    this.#tellings = []
    this.#sending = undefined
    await send({ type: 'tellings', tellings })
  }
}

/** Resolves when it has left this process. */
export async function send(message: Message): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.send?.(message, (error: Error | null) => (error ? reject(error) : resolve()))
  })
}
