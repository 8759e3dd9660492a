import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Ask, Message, Opening, Telling } from './messages.ts'

const program = fileURLToPath(new URL('ledger-process.ts', import.meta.url))

/** One life of a process of the product, seen from its parent. */
export class LedgerChild {
  readonly name: string
  readonly #child: ChildProcess
  /** Resolves when it has ended and everything that it told was heard. */
  readonly #gone: Promise<unknown>
  readonly #atWork: Promise<void>
  #isExpectedToEnd = false

  constructor(opening: Opening, hear: (telling: Telling, from: string) => void) {
    this.name = opening.name
    this.#child = fork(program)
    this.#gone = Promise.all([once(this.#child, 'exit'), once(this.#child, 'disconnect')])
    this.#child.on('message', (message: Message) => {
      if (message.type !== 'tellings') return
      for (const telling of message.tellings) hear(telling, this.name)
    })
    this.#child.once('exit', () => {
      if (this.#isExpectedToEnd) return
      hear(
        { type: 'wrong', rule: 'C32', text: `the process ${this.name} ended by itself` },
        this.name,
      )
    })
    this.#atWork = this.#message(tellsAnswer)
    this.#ask({ type: 'open', opening })
  }

  /** Its callers have begun to get answers. */
  async atWork(): Promise<void> {
    await this.#atWork
  }

  /** As the system does when there is no memory left: it gets no chance to say or undo anything. */
  async kill(): Promise<void> {
    this.#isExpectedToEnd = true
    this.#child.kill('SIGKILL')
    await this.#gone
  }

  /** Its callers have come to an end; the reaper goes on. */
  async finish(): Promise<void> {
    const finished = this.#message(({ type }) => type === 'finished')
    this.#ask({ type: 'finish' })
    await finished
  }

  async #message(isIt: (message: Message) => boolean): Promise<void> {
    const heard = new Promise<void>((resolve) => {
      this.#child.on('message', (message: Message) => {
        if (isIt(message)) resolve()
      })
    })
    await Promise.race([heard, this.#gone])
  }

  #ask(ask: Ask): void {
    // One that has ended meanwhile is noticed by its end.
    this.#child.send(ask, () => undefined)
  }
}

function tellsAnswer(message: Message): boolean {
  return message.type === 'tellings' && message.tellings.some(({ type }) => type === 'answered')
}
