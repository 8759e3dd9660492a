import type { PaidPlanId } from '@rheos/contract'
import type { Credits } from '@rheos/credits'
import type { BillingPeriod } from '../subscription.ts'

/**
 * `opened`: given in advance, in good standing. `paid`: its invoice line is paid. `unpaid`: its payment
 * failed. `refunded`, `disputed`: the money went back, or may.
 */
export type PeriodState = 'opened' | 'paid' | 'unpaid' | 'refunded' | 'disputed'

/** A period of a subscription, and what was given for it. */
export interface PaidPeriod extends BillingPeriod {
  readonly subscriptionId: string
  readonly plan: PaidPlanId
  readonly state: PeriodState
  /** The invoice line that says so. */
  readonly lineId: string | undefined
  /** Credits given for it, once: 0 as long as there were none. */
  readonly granted: Credits
  /** They are the grant of the meter's cycle; else grants that carry the period's name. */
  readonly byAllowance: boolean
  /** Of these taken back, as long as nobody pays for them. */
  readonly taken: Credits
  /** How often credits were taken or given back. */
  readonly moves: number
  /** Was used, or is set aside, and is not paid for. */
  readonly shortfall: Credits
}

export function isGood({ state }: Pick<PaidPeriod, 'state'>): boolean {
  return state === 'opened' || state === 'paid'
}

/** Periods that begin at one instant are of several plans where one was bought right after the other. */
export function periodKey({
  subscriptionId,
  start,
  plan,
}: Pick<PaidPeriod, 'subscriptionId' | 'start' | 'plan'>): string {
  return `${subscriptionId}/${new Date(start).toISOString()}/${plan}`
}

/** Of a grant that carries the period's name: the one after so many moves. */
export function periodGrantId(period: PaidPeriod): string {
  return `${periodKey(period)}/${period.moves}`
}

/** Whether a grant of the meter was given so; every other id is without strokes. */
export function isPeriodGrant(grantId: string): boolean {
  return /\/(business|team)\/\d+$/.test(grantId)
}
