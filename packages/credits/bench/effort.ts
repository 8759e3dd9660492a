/** How much is measured. */
export interface Effort {
  readonly isShort: boolean
  readonly rounds: number
  /** Of one measurement, after its warm-up. */
  readonly seconds: number
  readonly warmUpSeconds: number
  /** Over which a spread load is spread. */
  readonly workspaces: number
  /** Behind the larger of the two balances that are read. */
  readonly entries: number
  /** Over which the memory of a process is watched. */
  readonly pairs: number
}

export const fullEffort: Effort = {
  isShort: false,
  rounds: 3,
  seconds: 2,
  warmUpSeconds: 0.5,
  workspaces: 10_000,
  entries: 1_000_000,
  pairs: 1_000_000,
}

/** Enough to see that everything works and the books are right; its times mean little. */
export const shortEffort: Effort = {
  isShort: true,
  rounds: 1,
  seconds: 0.3,
  warmUpSeconds: 0.1,
  workspaces: 200,
  entries: 1000,
  pairs: 2000,
}
