import type { PaidPlanId } from '@rheos/contract'
import type { BalanceGrant } from '@rheos/credits'
import { plans } from '../../plans/plans.ts'
import type { BillingFacts } from './billing-facts.ts'
import { type PaidPeriod, periodKey } from './paid-period.ts'

type Period = Pick<PaidPeriod, 'subscriptionId' | 'start' | 'plan'>

/** What was given for this period and lives: grants that carry its name, and its cycle's. */
export function ownGrants(period: Period, facts: BillingFacts): readonly BalanceGrant[] {
  const { grants } = facts
  return grants.filter(
    (grant) =>
      grant.id.startsWith(`${periodKey(period)}/`) ||
      (isCycleAt(grant, period) && isOwn(grant, period, facts)),
  )
}

/**
 * The periods that the meter opened by itself, each as the plan that was to follow, before anybody said
 * that they have begun. They are of the subscription that gave the plan until now.
 */
export function selfOpened(facts: BillingFacts): readonly Omit<PaidPeriod, keyof Given>[] {
  const { subscriptionId } = facts
  if (subscriptionId === undefined) return []
  return facts.grants.flatMap(({ kind, amount, startsAt: start, endsAt: end }) => {
    const plan = paidPlans.find((id) => plans[id].credits === amount)
    const isOpened = kind === 'allowance' && plan !== undefined
    if (!isOpened || cycleOwner({ start }, facts) !== undefined) return []
    return [{ subscriptionId, plan, start, end }]
  })
}

type Given = Omit<PaidPeriod, 'subscriptionId' | 'plan' | 'start' | 'end'>

const paidPlans: readonly PaidPlanId[] = ['business', 'team']

/** Whether the meter can open this cycle yet: a cycle has one grant, whoever it was for. */
export function isCycleTaken(period: Period, facts: BillingFacts): boolean {
  const isOpened = facts.grants.some((grant) => isCycleAt(grant, period))
  const wasFree = facts.standing.lastFreeAt === period.start
  return isOpened || wasFree || cycleOwner(period, facts) !== undefined
}

function isOwn({ amount }: BalanceGrant, period: Period, facts: BillingFacts): boolean {
  const owner = cycleOwner(period, facts)
  if (owner !== undefined) return periodKey(owner) === periodKey(period)
  const isFor = period.subscriptionId === facts.subscriptionId
  return isFor && amount === plans[period.plan].credits
}

function cycleOwner(
  { start }: Pick<PaidPeriod, 'start'>,
  { periods }: BillingFacts,
): PaidPeriod | undefined {
  return periods.find((other) => other.byAllowance && other.start === start)
}

function isCycleAt({ kind, startsAt }: BalanceGrant, { start }: Period): boolean {
  return kind === 'allowance' && startsAt === start
}
