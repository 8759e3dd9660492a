import type { Logger } from 'pino'

export interface RecurringOptions {
  /** What the log calls it when it fails. */
  readonly name: string
  readonly task: () => Promise<void>
  readonly everyMs: number
  /** The shortest time from one end to the next beginning, however often it is woken. */
  readonly restMs?: number
  readonly log: Logger
}

/** Does something again and again, and sooner when woken; never twice at the same time. */
export class Recurring {
  readonly #options: RecurringOptions
  #interval: NodeJS.Timeout | undefined
  #rest: NodeJS.Timeout | undefined
  #running: Promise<void> | undefined
  #again = false

  constructor(options: RecurringOptions) {
    this.#options = options
  }

  /** Begins at once. */
  start(): void {
    this.#interval = setInterval(() => this.wake(), this.#options.everyMs)
    this.wake()
  }

  /** Wakings while it works or rests are one. */
  wake(): void {
    if (this.#interval === undefined) return
    if (this.#running === undefined && this.#rest === undefined) this.#run()
    else this.#again = true
  }

  /** Resolves when nothing runs any more. */
  async stop(): Promise<void> {
    clearInterval(this.#interval)
    clearTimeout(this.#rest)
    this.#interval = undefined
    await this.#running
  }

  #run(): void {
    const { name, task, log } = this.#options
    this.#again = false
    this.#running = task()
      .catch((error) => log.error({ err: error }, `${name} failed`))
      .finally(() => this.#ended())
  }

  #ended(): void {
    this.#running = undefined
    if (this.#interval === undefined) return
    this.#rest = setTimeout(() => {
      this.#rest = undefined
      if (this.#again) this.wake()
    }, this.#options.restMs ?? 0)
  }
}
