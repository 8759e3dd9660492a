import type { Percentiles } from './figure.ts'

/** Durations in milliseconds. Its room is taken beforehand: writing one down costs next to nothing. */
export class LatencyLog {
  readonly #durations: Float64Array
  #count = 0

  constructor(capacity: number) {
    this.#durations = new Float64Array(capacity)
  }

  get count(): number {
    return this.#count
  }

  add(durationMs: number): void {
    if (this.#count === this.#durations.length) throw new RangeError('The latency log is full.')
    this.#durations[this.#count] = durationMs
    this.#count += 1
  }

  percentiles(): Percentiles {
    const sorted = this.#durations.slice(0, this.#count).sort()
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
    return { p50: at(0.5), p99: at(0.99) }
  }
}
