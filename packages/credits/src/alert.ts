import type { Credits } from './credits.ts'
import type { Instant } from './instant.ts'

/** When an alert is due, measured on the balance: what is set aside still belongs to the account. */
export type AlertCondition =
  /** So much of the allowance, in percent, is used up. */
  | { readonly usedPercent: number }
  /** The balance pays for this action once more, and not twice. */
  | { readonly lastOf: string }
  /** No more than this is left. */
  | { readonly left: Credits }

/** Something to be told once in each cycle, when an account runs low. */
export interface Alert {
  readonly id: string
  readonly when: AlertCondition
}

/** What has fired in the cycle that began at `cycleStart`; in another cycle nothing has. */
export interface Alerted {
  readonly cycleStart: Instant
  readonly ids: readonly string[]
}

export const NOT_ALERTED: Alerted = { cycleStart: Number.MIN_SAFE_INTEGER, ids: [] }
