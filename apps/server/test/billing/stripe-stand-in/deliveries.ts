import Stripe from 'stripe'
import type { SignedEvent } from '../../../src/billing/billing-provider.ts'

/** How events fare on their way, each as a share of all; the seed decides which. */
export interface Weather {
  readonly seed: number
  readonly dropped?: number
  readonly doubled?: number
  /** Held back until the next time. */
  readonly delayed?: number
  readonly shuffled?: boolean
}

export interface DeliveriesOptions {
  readonly secret: string
  readonly now: () => number
  readonly send: (event: SignedEvent) => Promise<void>
  readonly weather?: Weather | undefined
}

/** Signs what happened and brings it to who listens, or not, or twice, or late. */
export class Deliveries {
  readonly #options: DeliveriesOptions
  readonly #random: () => number
  #waiting: Stripe.Event[] = []

  constructor(options: DeliveriesOptions) {
    this.#options = options
    this.#random = mulberry32(options.weather?.seed ?? 1)
  }

  add(event: Stripe.Event): void {
    this.#waiting.push(event)
  }

  async deliver(): Promise<void> {
    const { dropped = 0, doubled = 0, delayed = 0, shuffled = false } = this.#options.weather ?? {}
    const now: Stripe.Event[] = []
    const later: Stripe.Event[] = []
    for (const event of this.#waiting) {
      const chance = this.#random()
      if (chance < dropped) continue
      if (chance < dropped + doubled) now.push(event, event)
      else if (chance < dropped + doubled + delayed) later.push(event)
      else now.push(event)
    }
    this.#waiting = later
    for (const event of shuffled ? this.#shuffle(now) : now) await this.#send(event)
  }

  async #send(event: Stripe.Event): Promise<void> {
    const rawBody = JSON.stringify(event)
    const signature = Stripe.webhooks.generateTestHeaderString({
      payload: rawBody,
      secret: this.#options.secret,
      timestamp: Math.floor(this.#options.now() / 1000),
    })
    await this.#options.send({ rawBody, signature })
  }

  #shuffle<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, place: this.#random() }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ item }) => item)
  }
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
