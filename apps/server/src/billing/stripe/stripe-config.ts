import type { PaidPlanId } from '@rheos/contract'

/** What a Stripe account is reached with. */
export interface StripeConfig {
  readonly secretKey: string
  readonly webhookSecret: string
  /** Ids of the monthly prices. */
  readonly prices: Readonly<Record<PaidPlanId, string>>
  /** Somewhere else than Stripe's own, as for tests. */
  readonly apiUrl?: string
}
