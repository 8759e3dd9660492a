import type { Instant } from '../instant.ts'

/** A clock that stands until a test turns it. */
export class TurningClock {
  #instant: Instant

  constructor(instant: Instant) {
    this.#instant = instant
  }

  readonly now = (): Instant => this.#instant

  turn(ms: number): void {
    this.#instant += ms
  }

  turnTo(instant: Instant): void {
    this.#instant = instant
  }
}
