import { fileURLToPath } from 'node:url'
import { KillableChild } from '../../simulation/postgres/killable-child.ts'
import type { Ask, Message, Opening, Telling } from './messages.ts'

const program = fileURLToPath(new URL('ledger-process.ts', import.meta.url))

/** One life of a process of the product, seen from its parent. */
export class LedgerChild {
  readonly name: string
  readonly #child: KillableChild<Ask, Message>
  readonly #atWork: Promise<void>

  constructor(opening: Opening, hear: (telling: Telling, from: string) => void) {
    this.name = opening.name
    this.#child = new KillableChild(program)
    this.#child.onTold((message) => {
      if (message.type !== 'tellings') return
      for (const telling of message.tellings) hear(telling, this.name)
    })
    void this.#child.gone.then(() => {
      if (this.#child.isKilled) return
      const text = `the process ${this.name} ended by itself`
      hear({ type: 'wrong', rule: 'C32', text }, this.name)
    })
    this.#atWork = this.#message(tellsAnswer)
    this.#child.say({ type: 'open', opening })
  }

  /** Its callers have begun to get answers. */
  async atWork(): Promise<void> {
    await this.#atWork
  }

  async kill(): Promise<void> {
    await this.#child.kill()
  }

  /** Its callers have come to an end; the reaper goes on. */
  async finish(): Promise<void> {
    const finished = this.#message(({ type }) => type === 'finished')
    this.#child.say({ type: 'finish' })
    await finished
  }

  async #message(isIt: (message: Message) => boolean): Promise<void> {
    const heard = new Promise<void>((resolve) => {
      this.#child.onTold((message) => {
        if (isIt(message)) resolve()
      })
    })
    await Promise.race([heard, this.#child.gone])
  }
}

function tellsAnswer(message: Message): boolean {
  return message.type === 'tellings' && message.tellings.some(({ type }) => type === 'answered')
}
