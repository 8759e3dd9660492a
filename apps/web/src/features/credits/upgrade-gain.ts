import type { Plan, PlanId } from '@rheos/contract'

/** The next plan with more credits than this one, if there is one. */
export function nextPlan(plans: readonly Plan[], current: PlanId): Plan | undefined {
  const own = plans.find((plan) => plan.id === current)
  if (own === undefined) return undefined
  return plans
    .filter((plan) => plan.credits > own.credits)
    .sort((one, other) => one.credits - other.credits)[0]
}

/** What a change of plan brings, from the two plans alone: `3.75 × the credits`, `no watermark`. */
export function upgradeGain(from: Plan, to: Plan): readonly string[] {
  const gains: string[] = []
  if (to.credits > from.credits) gains.push(`${timesText(to.credits / from.credits)} × the credits`)
  if (from.watermark && !to.watermark) gains.push('no watermark')
  if (from.pausesAtZero && !to.pausesAtZero) gains.push('writing goes on at 0 credits')
  return gains
}

/** Two digits at most, rounded down: a claim must not promise more than there is. */
function timesText(times: number): string {
  return (Math.floor(times * 100) / 100).toLocaleString('en-GB', { maximumFractionDigits: 2 })
}
