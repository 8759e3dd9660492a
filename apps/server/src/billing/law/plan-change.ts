import type { PaidPlanId, PlanId } from '@rheos/contract'
import { plans } from '../../plans/plans.ts'
import type { Subscription } from '../subscription.ts'

/** What a wish for a plan comes to, given what is paid for now. */
export type PlanChangeStep =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'checkout'; readonly plan: PaidPlanId }
  /** Full price, and a fresh period from now. */
  | { readonly kind: 'upgrade'; readonly plan: PaidPlanId }
  /** At the end of the period. */
  | { readonly kind: 'plan_next'; readonly plan: PaidPlanId }
  | { readonly kind: 'cancel' }
  /** It renews as it is: whatever else was to follow does not. */
  | { readonly kind: 'resume'; readonly plan: PaidPlanId }
  /** First the bill that failed. */
  | { readonly kind: 'pay_first' }

/** `present`: the plan in force. `subscription`: the one that gives it. */
export function planChangeStep(
  wanted: PlanId,
  present: PlanId,
  subscription: Subscription | undefined,
): PlanChangeStep {
  if (subscription === undefined || present === 'free') {
    return wanted === 'free' ? { kind: 'nothing' } : { kind: 'checkout', plan: wanted }
  }
  if (wanted === 'free') return { kind: 'cancel' }
  if (wanted === present) return { kind: 'resume', plan: wanted }
  if (plans[wanted].price.amount < plans[present].price.amount) {
    return { kind: 'plan_next', plan: wanted }
  }
  return subscription.status === 'past_due'
    ? { kind: 'pay_first' }
    : { kind: 'upgrade', plan: wanted }
}
