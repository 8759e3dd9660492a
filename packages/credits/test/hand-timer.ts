import type { Every } from '../src/ai-sdk/index.ts'

/** A timer that goes off when a test says so. */
export class HandTimer {
  readonly #works = new Set<() => void>()
  readonly #intervals: number[] = []

  readonly every: Every = (ms, work) => {
    this.#intervals.push(ms)
    this.#works.add(work)
    return () => this.#works.delete(work)
  }

  /** What was asked for, in milliseconds. */
  get intervals(): readonly number[] {
    return this.#intervals
  }

  /** How many are still to go off. */
  get running(): number {
    return this.#works.size
  }

  goOff(): void {
    for (const work of this.#works) work()
  }
}
