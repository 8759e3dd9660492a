import type { Allowance, Credits } from '@rheos/credits'
import type { Instant } from '../../clock.ts'

/** What a decision about a plan wants from the meter. */
export type MeterCommand =
  | { readonly type: 'set_allowance'; readonly allowance: Allowance; readonly reason: string }
  | {
      readonly type: 'grant'
      readonly grantId: string
      readonly credits: Credits
      readonly startsAt: Instant
      readonly endsAt: Instant
      readonly reason: string
    }
  | {
      readonly type: 'adjust'
      readonly adjustmentId: string
      readonly grantId: string
      readonly credits: Credits
      readonly reason: string
    }
  | { readonly type: 'end_grant'; readonly grantId: string; readonly reason: string }
