import { cycleAt } from '@rheos/credits'
import { plans } from '../../plans/plans.ts'
import type { Subscription } from '../subscription.ts'
import { anchorFor, fits } from './aged-subscription.ts'
import type { BillingFacts } from './billing-facts.ts'
import { endGrant, owes } from './decide-period.ts'
import type { MeterCommand } from './meter-command.ts'
import { isGood, type PaidPeriod } from './paid-period.ts'
import { isCycleTaken } from './period-grants.ts'
import { freeAllowance, freeBeginning, freeStartAfter, type Standing } from './standing.ts'

export interface StandingDecision {
  readonly standing: Standing
  /** Before what the periods want: they may begin where Free's allowance ends. */
  readonly before: readonly MeterCommand[]
  /** After it: what the next cycle gets though nobody looks. */
  readonly after: readonly MeterCommand[]
}

/** The plan of a living subscription, whose periods are as decided. */
export function paidStanding(subscription: Subscription, facts: BillingFacts): StandingDecision {
  const { standing, now } = facts
  const period = presentPeriod(subscription, facts)
  const isCurrent = period.start === subscription.period.start
  const next = nextPlan(subscription, period, now)
  const anchor = isCurrent ? anchorFor(period, standing.anchor) : standing.anchor
  const renewsAt = subscription.status === 'active' ? subscription.period.end : undefined
  const decided: Standing = {
    plan: period.plan,
    anchor,
    next,
    lastFreeAt: lastFreeAt(standing, now),
    dueAt: earliest([next?.at, renewsAt], now),
  }
  // Else the meter would open the present cycle too, beside what was given for it.
  const isRegular = isCurrent && fits(period, anchor) && isCycleTaken(period, facts)
  const credits = isRegular ? inAdvance(subscription, period, facts) : 0
  const allowance = { credits, anchor, pausesAtZero: plans[period.plan].pausesAtZero }
  return {
    standing: decided,
    before: standing.plan === 'free' ? endFree(facts) : [],
    after: [{ type: 'set_allowance', allowance, reason: `after plan ${period.plan}` }],
  }
}

/**
 * The one that the subscription is in, else the last that has begun; of those that began together the one
 * that is paid for, else the dearest.
 */
function presentPeriod({ id, period }: Subscription, { periods, now }: BillingFacts): PaidPeriod {
  const price = ({ plan }: PaidPeriod) => plans[plan].price.amount
  const isIn = ({ start }: PaidPeriod) => Number(start === period.start)
  const [present] = periods
    .filter(({ subscriptionId, start }) => subscriptionId === id && start <= now)
    .sort(
      (a, b) =>
        isIn(b) - isIn(a) ||
        b.start - a.start ||
        Number(isGood(b)) - Number(isGood(a)) ||
        price(b) - price(a),
    )
  if (present === undefined) throw new Error('A subscription that gives a plan has a period.')
  return present
}

function nextPlan(
  { cancelsAt, plan, period: present, status }: Subscription,
  period: PaidPeriod,
  now: number,
): Standing['next'] {
  if (cancelsAt !== undefined) return { plan: 'free', at: cancelsAt }
  if (plan === period.plan || status !== 'active' || present.end <= now) return undefined
  return { plan: plan ?? 'free', at: present.end }
}

/** What the meter gives when the period ends though nobody looks: nothing to whom owes or leaves. */
function inAdvance(subscription: Subscription, period: PaidPeriod, facts: BillingFacts): number {
  const { status, plan, cancelsAt } = subscription
  const isLeaving = plan === undefined || (cancelsAt !== undefined && cancelsAt <= period.end)
  const isTrusted = status === 'active' && period.state === 'paid' && !owes(facts.periods)
  return isTrusted && !isLeaving ? plans[plan].credits : 0
}

/** No plan is paid for, since `from`. */
export function freeStanding(from: number, { standing, now }: BillingFacts): StandingDecision {
  const start = freeStartAfter(from, standing.lastFreeAt)
  const decided =
    standing.plan === 'free'
      ? { ...standing, dueAt: standing.next?.at }
      : { ...freeBeginning({ from, start }, now), lastFreeAt: standing.lastFreeAt }
  return {
    standing: decided,
    before: [],
    after: [{ type: 'set_allowance', allowance: freeAllowance(decided), reason: 'plan free' }],
  }
}

function lastFreeAt({ plan, anchor, next, lastFreeAt }: Standing, now: number) {
  return plan === 'free' && next === undefined ? cycleAt(anchor, now).start : lastFreeAt
}

function endFree({ standing, grants, now }: BillingFacts): readonly MeterCommand[] {
  const { start } = cycleAt(standing.anchor, now)
  return grants
    .filter(
      ({ kind, startsAt, amount }) =>
        kind === 'allowance' && startsAt === start && amount === plans.free.credits,
    )
    .map((grant) => endGrant(grant, 'a plan was paid'))
}

function earliest(instants: readonly (number | undefined)[], after: number): number | undefined {
  const ahead = instants.filter((instant) => instant !== undefined).filter((at) => at > after)
  return ahead.length === 0 ? undefined : Math.min(...ahead)
}
