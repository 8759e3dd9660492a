/** How much the lanes carry at a time. */
export interface LaneLimits {
  /** Commands in one batch. */
  readonly batchMax: number
  /** Commands that may wait; one more is refused as busy. */
  readonly waitingMax: number
  /** Accounts whose last state is kept in memory. */
  readonly snapshotsMax: number
  /** Accounts that may be waited for with a lock at the same time: each takes a connection. */
  readonly lockedMax: number
  /** How many batches an account keeps to the locked lane after a conflict. */
  readonly contendedBatches: number
  /** Calls back a moment later; what comes until then goes into the same batch. */
  readonly defer: (callback: () => void) => void
}

/** Of the platform: after everything that has arrived by now. */
declare const setImmediate: (callback: () => void) => unknown

export const LANE_LIMITS: LaneLimits = {
  batchMax: 128,
  waitingMax: 10_000,
  snapshotsMax: 20_000,
  lockedMax: 8,
  contendedBatches: 32,
  defer: setImmediate,
}
