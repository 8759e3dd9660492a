import type { Instant } from '../clock.ts'

/** Clocks differ, and some networks round to seconds: what is looked for may seem a little older. */
const clocksDifferMs = 60_000

/** The earliest time, by the network's clock, of what we made since `since`. */
export function lookingBackTo(since: Instant): Instant {
  return since - clocksDifferMs
}
