import { type ChildProcess, type ForkOptions, fork } from 'node:child_process'
import { once } from 'node:events'

/** A process of its own, which may be killed at any moment. */
export class KillableChild<Saying extends object, Telling> {
  readonly #child: ChildProcess
  /** Resolves when it has ended and everything that it told was heard. */
  readonly gone: Promise<unknown>
  #isKilled = false

  constructor(program: string, options: ForkOptions = {}) {
    this.#child = fork(program, options)
    this.gone = Promise.all([once(this.#child, 'exit'), once(this.#child, 'disconnect')])
  }

  onTold(hear: (telling: Telling) => void): void {
    this.#child.on('message', hear)
  }

  /** Otherwise it ended by itself. */
  get isKilled(): boolean {
    return this.#isKilled
  }

  say(saying: Saying): void {
    // One that has ended meanwhile is noticed by its end.
    this.#child.send(saying, () => undefined)
  }

  /** As the system does when there is no memory left: it gets no chance to say or undo anything. */
  async kill(): Promise<void> {
    this.#isKilled = true
    this.#child.kill('SIGKILL')
    await this.gone
  }
}
