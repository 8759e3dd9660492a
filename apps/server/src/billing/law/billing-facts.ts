import type { BalanceGrant, Credits } from '@rheos/credits'
import type { Instant } from '../../clock.ts'
import type { PaidPeriod } from './paid-period.ts'
import type { Standing } from './standing.ts'

/** What is recorded of a workspace, and what the meter has for it, at one moment under its lock. */
export interface BillingFacts {
  readonly now: Instant
  readonly standing: Standing
  /** The subscription that gives the workspace its plan. */
  readonly subscriptionId: string | undefined
  readonly periods: readonly PaidPeriod[]
  /** Those that have not ended. */
  readonly grants: readonly BalanceGrant[]
  /** What was used of periods that are over and whose money went back since, by their keys. */
  readonly used: ReadonlyMap<string, Credits>
}
