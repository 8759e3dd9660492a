import type { PlanId } from '@rheos/contract'
import type { Instant } from '../clock.ts'
import { workspaces } from '../db/schema.ts'
import { type Plan, plans } from '../plans/plans.ts'

/** What a workspace's row says of its plan. */
export interface PlanOfRow {
  readonly plan: PlanId
  readonly planEndsAt: Instant | null
  readonly nextPlan: PlanId | null
}

/** What to select for {@link planInForce}. */
export const planColumns = {
  plan: workspaces.plan,
  planEndsAt: workspaces.planEndsAt,
  nextPlan: workspaces.nextPlan,
}

/** The plan at `now`: what was to follow has followed at its instant, whether or not anybody wrote it down. */
export function planInForce({ plan, planEndsAt, nextPlan }: PlanOfRow, now: Instant): Plan {
  const hasEnded = planEndsAt !== null && nextPlan !== null && planEndsAt <= now
  return plans[hasEnded ? nextPlan : plan]
}
