import type { Instant } from '@rheos/credits'

/** Goes on by itself from the instant that it was turned to last. */
export class PassingClock {
  #instant: Instant
  #turnedAt = performance.now()

  constructor(instant: Instant) {
    this.#instant = instant
  }

  readonly now = (): Instant => this.#instant + Math.floor(performance.now() - this.#turnedAt)

  turnTo(instant: Instant): void {
    this.#instant = instant
    this.#turnedAt = performance.now()
  }
}
