/** What a run is asked to do. */
export interface ChaosSettings {
  readonly rounds: number
  readonly leaseMs: number
  readonly seed: number
}

/** The product at its slowest: a lease of 30 s, and a reaper that comes every 15 s. */
export const PRODUCTION: Pick<ChaosSettings, 'rounds' | 'leaseMs'> = { rounds: 5, leaseMs: 30_000 }

const REAP_EVERY_MAX_MS = 15_000

/** How often each process looks for operations whose lease is over. */
export function reapEveryMs(leaseMs: number): number {
  return Math.min(leaseMs / 2, REAP_EVERY_MAX_MS)
}

/**
 * What the reaper's own work may take, on a machine that has other things to do. The product promises
 * 60 s, of which a lease of 30 s and a step of 15 s leave three times as much.
 */
const REAPER_WORK_MS = 5000

/** From the death of a process until the credits that it held are back: at the latest. */
export function backWithinMs(leaseMs: number): number {
  return leaseMs + reapEveryMs(leaseMs) + REAPER_WORK_MS
}
