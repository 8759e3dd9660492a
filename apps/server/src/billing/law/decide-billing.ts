import type { Instant } from '../../clock.ts'
import type { Subscription } from '../subscription.ts'
import { agedSubscription } from './aged-subscription.ts'
import type { BillingFacts } from './billing-facts.ts'
import { chooseSubscription, isSurplus } from './choose-subscription.ts'
import { decidePeriod } from './decide-period.ts'
import { freeStanding, paidStanding } from './decide-standing.ts'
import type { MeterCommand } from './meter-command.ts'
import { type Attention, needingAttention } from './needing-attention.ts'
import { type PaidPeriod, periodKey } from './paid-period.ts'
import { type PeriodClaim, periodClaims } from './period-claims.ts'
import { type Standing, standingAt } from './standing.ts'

/** Everything that follows for a workspace from what its subscriptions are. */
export interface BillingDecision {
  readonly standing: Standing
  /** The subscription that gives the plan. */
  readonly subscriptionId: string | undefined
  readonly periods: readonly PaidPeriod[]
  readonly commands: readonly MeterCommand[]
  /** Subscriptions beside the one: to be ended at the provider. */
  readonly surplus: readonly string[]
  readonly attention: readonly Attention[]
}

/**
 * The law of plans and money, see SPEC.md. Decided from what is recorded, what the provider says and
 * the time; deciding again on the result changes nothing more.
 */
export function decideBilling(
  recorded: BillingFacts,
  read: readonly Subscription[],
): BillingDecision {
  const { now } = recorded
  const facts = { ...recorded, standing: begunStanding(recorded.standing, now) }
  const subscriptions = read.map((subscription) =>
    agedSubscription(subscription, now, facts.standing.anchor),
  )
  const chosen = chooseSubscription(subscriptions, facts)
  const { periods, commands } = decidePeriods(periodClaims(subscriptions, chosen, facts), facts)
  const decided = { ...facts, periods }
  const { standing, before, after } =
    chosen === undefined
      ? freeStanding(endOf(facts, subscriptions), decided)
      : paidStanding(chosen, decided)
  return {
    standing: { ...standing, dueAt: nextDue(standing, subscriptions, now) },
    subscriptionId: chosen?.id,
    periods,
    commands: [...before, ...commands, ...after],
    surplus: subscriptions.filter((other) => isSurplus(other, chosen)).map(({ id }) => id),
    attention: needingAttention(subscriptions, chosen),
  }
}

/** Free's allowance that was waited for. What follows a paid plan is decided anew. */
function begunStanding(standing: Standing, now: Instant): Standing {
  return standing.plan === 'free' ? standingAt(standing, now) : standing
}

/** By a clock that is ahead of ours a period may begin a moment later than it was read. */
function nextDue({ dueAt }: Standing, subscriptions: readonly Subscription[], now: Instant) {
  const ahead = subscriptions.map(({ period }) => period.start).filter((start) => start > now)
  const instants = dueAt === undefined ? ahead : [...ahead, dueAt]
  return instants.length === 0 ? undefined : Math.min(...instants)
}

function decidePeriods(claims: readonly PeriodClaim[], facts: BillingFacts) {
  let periods = facts.periods
  const commands: MeterCommand[] = []
  for (const claim of claims) {
    const decision = decidePeriod(claim, { ...facts, periods })
    periods = replaced(periods, decision.periods)
    commands.push(...decision.commands)
  }
  return { periods, commands }
}

function replaced(
  periods: readonly PaidPeriod[],
  decided: readonly PaidPeriod[],
): readonly PaidPeriod[] {
  const keys = new Set(decided.map(periodKey))
  return [...periods.filter((period) => !keys.has(periodKey(period))), ...decided]
}

/** Since when nobody pays: since the subscription that gave the plan has ended. */
function endOf(
  { subscriptionId, standing, now }: BillingFacts,
  subscriptions: readonly Subscription[],
): number {
  const former = subscriptions.find(({ id }) => id === subscriptionId)
  return Math.min(former?.endedAt ?? standing.next?.at ?? now, now)
}
