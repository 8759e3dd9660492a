/** Where the time comes from: a parameter everywhere, so that tests can turn it. Milliseconds since the epoch, UTC. */
export type Clock = () => number

/** Milliseconds since the epoch, UTC. */
export type Instant = number

export const systemClock: Clock = () => Date.now()

export function isoInstant(instant: number): string {
  return new Date(instant).toISOString()
}

export const dayMs = 86_400_000
