import type { PaidPlanId } from '@rheos/contract'
import type { StripeConfig } from './stripe-config.ts'

/** Undefined: a price that is none of ours. */
export type PlanOfPrice = (priceId: string | undefined) => PaidPlanId | undefined

export function planOfPrice({ business, team }: StripeConfig['prices']): PlanOfPrice {
  const plans = new Map<string | undefined, PaidPlanId>([
    [business, 'business'],
    [team, 'team'],
  ])
  return (priceId) => plans.get(priceId)
}
