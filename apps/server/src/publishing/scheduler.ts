import type { Logger } from 'pino'
import type { Clock, Instant } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { Listener } from '../db/listener.ts'
import { Recurring } from '../jobs/recurring.ts'
import { claimDeliveries, nextDue } from './deliveries/claim-deliveries.ts'
import { deliveryChannel, type ToldDelivery } from './deliveries/delivery-channel.ts'
import type { Publisher } from './publisher.ts'

export interface SchedulerOptions {
  readonly database: Database
  readonly listener: Pick<Listener, 'on'>
  readonly clock: Clock
  readonly newId: () => string
  readonly log: Logger
  readonly publisher: Pick<Publisher, 'work'>
  readonly leaseMs: number
  /** Deliveries that this process works on at once. */
  readonly concurrency: number
  /** What is due is looked for so often, whatever was heard or missed. */
  readonly everyMs: number
}

const restMs = 20
/** Of all hands, so many may be busy when more work is looked for before its time. */
const busyShare = 0.75

/**
 * Finds what is due and has it worked on. It looks at what is, not at what it was told: a tick that is
 * missed, a notification that is lost and a process that dies lose nothing.
 */
export class Scheduler {
  readonly #options: SchedulerOptions
  readonly #looking: Recurring
  readonly #working = new Set<Promise<void>>()
  #stopping = new AbortController()
  #untilDue: NodeJS.Timeout | undefined

  constructor(options: SchedulerOptions) {
    this.#options = options
    this.#looking = new Recurring({
      name: 'the look for posts that are due',
      task: () => this.#look(),
      everyMs: options.everyMs,
      restMs,
      log: options.log,
    })
    options.listener.on(deliveryChannel, (payload) => {
      const { byWorker } = JSON.parse(payload) as ToldDelivery
      if (!byWorker) this.#looking.wake()
    })
  }

  start(): void {
    this.#stopping = new AbortController()
    this.#looking.start()
  }

  /** What is being sent is sent to its end; the rest is let go of. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    clearTimeout(this.#untilDue)
    await this.#looking.stop()
    await Promise.all(this.#working)
  }

  /** A look costs the same for one as for many: with much to do, it is for many. */
  #hasRoom(): boolean {
    return this.#working.size <= this.#options.concurrency * busyShare
  }

  async #look(): Promise<void> {
    const { concurrency, database, clock, newId, publisher, leaseMs } = this.#options
    const limit = concurrency - this.#working.size
    if (limit <= 0 || this.#stopping.signal.aborted) return
    const owner = newId()
    const now = clock()
    const claimed = await claimDeliveries(database, { owner, limit, now, leaseMs })
    for (const each of claimed) {
      const working = publisher.work(each, owner, this.#stopping.signal).finally(() => {
        this.#working.delete(working)
        if (this.#hasRoom()) this.#looking.wake()
      })
      this.#working.add(working)
    }
    // As many as there was room for: there may be more of them.
    if (claimed.length === limit) this.#looking.wake()
    else await this.#lookWhenDue(now)
  }

  /** What was not due `now` and is before the next look goes at its second, not up to a look later. */
  async #lookWhenDue(now: Instant): Promise<void> {
    const { database, clock, everyMs } = this.#options
    const due = await nextDue(database, { after: now, until: now + everyMs })
    clearTimeout(this.#untilDue)
    if (due === undefined || this.#stopping.signal.aborted) return
    this.#untilDue = setTimeout(() => this.#looking.wake(), due - clock())
  }
}
