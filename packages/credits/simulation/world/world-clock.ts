import type { Instant } from '@rheos/credits'
import type { Random } from '../../test/random.ts'
import { monthAt, monthsAfter } from './months.ts'

const SECOND_MS = 1000
const DAY_MS = 86_400_000

/** The awkward instants to begin at. */
export const STARTS: readonly Instant[] = [
  Date.UTC(2024, 0, 31, 9, 20),
  Date.UTC(2024, 1, 29, 12),
  Date.UTC(2025, 11, 31, 23, 59, 59, 990),
  Date.UTC(2026, 0, 30, 9, 20),
  Date.UTC(2023, 9, 31),
  Date.UTC(2028, 1, 28, 23, 59, 59, 950),
]

/** Time of the world. Each process reads it a little off. */
export class WorldClock {
  readonly start: Instant
  readonly #random: Random
  readonly #leaseMs: number
  #instant: Instant
  #latest: Instant

  constructor(start: Instant, leaseMs: number, random: Random) {
    this.#random = random
    this.#leaseMs = leaseMs
    this.start = start
    this.#instant = this.start
    this.#latest = this.start
  }

  readonly now = (): Instant => this.#instant

  tick(): void {
    this.pass(this.#random.between(0, 3))
  }

  pass(ms: number): void {
    this.#instant += ms
  }

  /** Past everything that anybody has ever waited for. */
  passAll(ms: number): void {
    this.#latest = Math.max(this.#latest, this.#instant) + ms
    this.#instant = this.#latest
  }

  /** Over an edge, onto it, or just before it; or back. */
  jump(): void {
    this.#latest = Math.max(this.#latest, this.#instant)
    const jump = this.#random.pickWeighted<() => Instant>([
      [4, () => this.#instant + this.#leaseMs + this.#nearly()],
      [3, () => this.#nextMonth(1) + this.#nearly()],
      [1, () => this.#nextMonth(this.#random.between(2, 14)) + this.#nearly()],
      [1, () => startOfNextMonth(this.#instant) + this.#nearly()],
      [1, () => nextLeapDay(this.#instant) + this.#nearly()],
      [2, () => this.#instant + this.#random.between(1, 20) * DAY_MS],
      [2, () => this.#instant - this.#random.between(1, 5) * SECOND_MS],
      [1, () => Math.max(this.start, this.#instant - this.#random.between(1, 40) * DAY_MS)],
    ])
    this.#instant = jump()
  }

  #nearly(): number {
    return this.#random.between(-2, 2)
  }

  /** Counted as cycles are: an edge for whoever began when the world did. */
  #nextMonth(months: number): Instant {
    return monthsAfter(this.start, monthAt(this.start, this.#instant).index + months)
  }
}

function startOfNextMonth(now: Instant): Instant {
  const date = new Date(now)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
}

function nextLeapDay(now: Instant): Instant {
  for (let year = new Date(now).getUTCFullYear(); ; year += 1) {
    const day = Date.UTC(year, 1, 29)
    if (new Date(day).getUTCMonth() === 1 && day > now) return day
  }
}
