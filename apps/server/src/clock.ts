/** Where the time comes from: a parameter everywhere, so that tests can turn it. Milliseconds since the epoch, UTC. */
export type Clock = () => number

export const systemClock: Clock = () => Date.now()

export function isoInstant(instant: number): string {
  return new Date(instant).toISOString()
}
