import type { Credits, WorkspaceEvent } from '@rheos/contract'
import type { Logger } from 'pino'
import { billingChannel } from '../billing/billing-sync.ts'
import type { Clock } from '../clock.ts'
import type { Listener } from '../db/listener.ts'
import { type GenerationRecord, progressView } from '../generation/generation-record.ts'
import { generationChannel } from '../generation/progress-writer.ts'
import { type PostNews, postChannel } from '../posts/announce-post.ts'
import { type DeliveryNews, deliveryChannel } from '../publishing/deliveries/delivery-channel.ts'
import { socialAccountsChannel } from '../publishing/social-accounts/tell-of-account.ts'
import { noticesChannel } from './notices.ts'

type Subscriber = (event: WorkspaceEvent) => void

/** The channel on which the meter announces, at commit, whose balance changed. */
export const creditsChannel = 'credits'
/** The longest wait that a timer takes. */
const timerMaxMs = 2 ** 31 - 1
const retryMs = 2000
/** Longer than the connection for notifications is away while the database restarts. */
const missedMs = 5 * 60_000

/** Tells open pages what changes in their workspace; reads once however many pages are open. */
export class WorkspaceEvents {
  readonly #options: WorkspaceEventsOptions
  readonly #subscribers = new Map<string, Set<Subscriber>>()
  readonly #reading = new Map<string, { again: boolean }>()
  /** When to read the credits of a workspace next, though nobody says that they changed. */
  readonly #due = new Map<string, NodeJS.Timeout>()

  constructor(options: WorkspaceEventsOptions) {
    this.#options = options
    options.listener.on(creditsChannel, (workspaceId) => this.#sendCredits(workspaceId))
    options.listener.on(generationChannel, (payload) => this.#sendGeneration(payload))
    options.listener.on(noticesChannel, (workspaceId) =>
      this.#send(workspaceId, { type: 'notices' }),
    )
    options.listener.on(billingChannel, (workspaceId) => {
      this.#send(workspaceId, { type: 'billing' })
      // The plan is told with them.
      this.#sendCredits(workspaceId)
    })
    options.listener.on(postChannel, (payload) => {
      const { workspaceId, ...post } = JSON.parse(payload) as PostNews
      this.#send(workspaceId, { type: 'post', post })
    })
    options.listener.on(deliveryChannel, (payload) => {
      const { workspaceId, postId } = JSON.parse(payload) as DeliveryNews
      this.#send(workspaceId, { type: 'delivery', postId })
    })
    options.listener.on(socialAccountsChannel, (workspaceId) =>
      this.#send(workspaceId, { type: 'social_accounts' }),
    )
    options.listener.onResync(() => this.#sendMissed())
  }

  /** Sends the credits at once and then what changes; returns how to stop. */
  subscribe(workspaceId: string, subscriber: Subscriber): () => void {
    const subscribers = this.#subscribers.get(workspaceId) ?? new Set()
    subscribers.add(subscriber)
    this.#subscribers.set(workspaceId, subscribers)
    this.#sendCredits(workspaceId)
    return () => {
      subscribers.delete(subscriber)
      if (subscribers.size > 0) return
      this.#subscribers.delete(workspaceId)
      clearTimeout(this.#due.get(workspaceId))
      this.#due.delete(workspaceId)
    }
  }

  #sendCredits(workspaceId: string): void {
    if (!this.#subscribers.has(workspaceId)) return
    const reading = this.#reading.get(workspaceId)
    // A change during a read is not in its answer: read once more, however many changes there were.
    if (reading !== undefined) reading.again = true
    else void this.#readCredits(workspaceId)
  }

  async #readCredits(workspaceId: string): Promise<void> {
    const reading = { again: false }
    this.#reading.set(workspaceId, reading)
    try {
      do {
        reading.again = false
        const credits = await this.#options.credits(workspaceId)
        this.#send(workspaceId, { type: 'credits', credits })
        this.#sendIn(workspaceId, Date.parse(credits.resetsAt) - this.#options.clock() + 50)
      } while (reading.again)
    } catch (error) {
      this.#options.log.warn({ err: error }, 'credits could not be read for open pages')
      this.#sendIn(workspaceId, retryMs)
    } finally {
      this.#reading.delete(workspaceId)
    }
  }

  /**
   * The reset moves no credits until somebody looks, so open pages look when it is due; and a read
   * that failed is tried again.
   */
  #sendIn(workspaceId: string, waitMs: number): void {
    clearTimeout(this.#due.get(workspaceId))
    if (!this.#subscribers.has(workspaceId)) return
    const timer = setTimeout(
      () => this.#sendCredits(workspaceId),
      Math.min(Math.max(waitMs, 1000), timerMaxMs),
    )
    timer.unref()
    this.#due.set(workspaceId, timer)
  }

  /** Notifications were lost for a while: everything that may have been in them. */
  #sendMissed(): void {
    const workspaceIds = [...this.#subscribers.keys()]
    for (const workspaceId of workspaceIds) {
      this.#sendCredits(workspaceId)
      this.#send(workspaceId, { type: 'notices' })
      this.#send(workspaceId, { type: 'billing' })
    }
    this.#options
      .recent(workspaceIds, this.#options.clock() - missedMs)
      .then((records) => {
        for (const record of records) this.#send(record.workspaceId, generationEvent(record))
      })
      .catch((error) =>
        this.#options.log.warn({ err: error }, 'generations could not be read for open pages'),
      )
  }

  #sendGeneration(payload: string): void {
    const [workspaceId, id] = payload.split('/')
    if (workspaceId === undefined || id === undefined || !this.#subscribers.has(workspaceId)) return
    this.#options
      .generation(workspaceId, id)
      .then((record) => record && this.#send(workspaceId, generationEvent(record)))
      .catch((error) =>
        this.#options.log.warn({ err: error }, 'a generation could not be read for open pages'),
      )
  }

  #send(workspaceId: string, event: WorkspaceEvent): void {
    for (const subscriber of this.#subscribers.get(workspaceId) ?? []) subscriber(event)
  }
}

export interface WorkspaceEventsOptions {
  readonly listener: Listener
  readonly clock: Clock
  readonly log: Logger
  credits(workspaceId: string): Promise<Credits>
  generation(workspaceId: string, id: string): Promise<GenerationRecord | undefined>
  /** What moves, or ended after `since`. */
  recent(workspaceIds: readonly string[], since: number): Promise<readonly GenerationRecord[]>
}

function generationEvent(record: GenerationRecord): WorkspaceEvent {
  return {
    type: 'generation',
    generation: {
      id: record.id,
      kind: record.kind,
      status: record.status,
      progress: progressView(record),
    },
  }
}
