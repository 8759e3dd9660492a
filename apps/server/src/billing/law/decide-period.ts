import type { BalanceGrant, Credits } from '@rheos/credits'
import { plans } from '../../plans/plans.ts'
import { anchorFor, fits } from './aged-subscription.ts'
import type { BillingFacts } from './billing-facts.ts'
import { wasPaid } from './line-verdict.ts'
import type { MeterCommand } from './meter-command.ts'
import {
  isGood,
  type PaidPeriod,
  type PeriodState,
  periodGrantId,
  periodKey,
} from './paid-period.ts'
import type { PeriodClaim } from './period-claims.ts'
import { isCycleTaken, ownGrants } from './period-grants.ts'

/** What becomes of one period. */
export interface PeriodDecision {
  readonly periods: readonly PaidPeriod[]
  readonly commands: readonly MeterCommand[]
}

const nothing: PeriodDecision = { periods: [], commands: [] }

/**
 * Gives, takes back or gives again what a period is worth, so that it has been given once while it is
 * paid for, or may yet be, and not at all when it is not. `facts.periods` are as decided so far.
 */
export function decidePeriod(claim: PeriodClaim, facts: BillingFacts): PeriodDecision {
  const known = facts.periods.find((period) => periodKey(period) === periodKey(claim))
  const state = stateOf(claim, known, facts)
  if (state === undefined) return nothing
  const { subscriptionId, plan, start, end } = claim
  const blank = { granted: 0, byAllowance: false, taken: 0, moves: 0, shortfall: 0 }
  const period: PaidPeriod = {
    ...(known ?? blank),
    ...{ subscriptionId, plan, start, end, state },
    lineId: claim.lineId ?? known?.lineId,
  }
  if (!isGood(period)) return takeBack(period, facts)
  if (period.granted === 0) return open(period, claim, facts)
  return known !== undefined && isGood(known)
    ? { periods: [period], commands: [] }
    : giveAgain(period, facts)
}

function stateOf(
  claim: PeriodClaim,
  known: PaidPeriod | undefined,
  facts: BillingFacts,
): PeriodState | undefined {
  const { verdict } = claim
  if (verdict === 'pending') return pendingState(claim, known, facts)
  if (known !== undefined || wasPaid(verdict)) return verdict
  // What was never given and is not paid is nothing to us, unless it follows what was.
  const concerns = follows(claim, facts) || ownGrants(claim, facts).length > 0
  return concerns ? verdict : undefined
}

/** In advance: only right after a period that is paid, and not to whom still owes for another. */
function pendingState(
  claim: PeriodClaim,
  known: PaidPeriod | undefined,
  facts: BillingFacts,
): PeriodState | undefined {
  if (known?.state === 'paid') return 'paid'
  const isNext = known?.state === 'opened' || (known === undefined && claim.current)
  if (isNext && follows(claim, facts, 'paid') && !owes(facts.periods)) return 'opened'
  const wasGiven = known !== undefined || ownGrants(claim, facts).length > 0
  return wasGiven ? 'unpaid' : undefined
}

function follows(claim: PeriodClaim, { periods }: BillingFacts, state?: PeriodState): boolean {
  return periods.some(
    (before) =>
      before.subscriptionId === claim.subscriptionId &&
      before.end === claim.start &&
      (state === undefined || before.state === state),
  )
}

/** Something was used that nobody paid for. */
export function owes(periods: readonly PaidPeriod[]): boolean {
  return periods.some(({ shortfall }) => shortfall > 0)
}

function open(period: PaidPeriod, claim: PeriodClaim, facts: BillingFacts): PeriodDecision {
  if (period.end <= facts.now) return { periods: [period], commands: [] }
  const [given] = ownGrants(period, facts)
  if (given !== undefined) {
    const byAllowance = given.kind === 'allowance'
    return { periods: [{ ...period, granted: given.amount, byAllowance }], commands: [] }
  }
  const instead = facts.periods.filter((other) => isInsteadOf(other, period))
  const used = sum(instead.map(({ shortfall }) => shortfall))
  const granted = plans[period.plan].credits
  const credits = Math.max(granted - used, 0)
  const excess = Math.max(used - granted, 0)
  const opening = claim.current ? openedByMeter(period, facts) : undefined
  return {
    periods: [
      { ...period, granted, byAllowance: opening !== undefined },
      // What was used of the other plan counts as used of this one, as far as that goes.
      ...instead.map((other) => ({
        ...other,
        granted: other.taken + excess,
        shortfall: excess,
      })),
    ],
    commands: credits === 0 ? [] : [opening ?? byGrant(period, credits)],
  }
}

/** The meter opens the cycle that this period is; undefined where it cannot. */
function openedByMeter(period: PaidPeriod, facts: BillingFacts): MeterCommand | undefined {
  const anchor = anchorFor(period, facts.standing.anchor)
  if (!fits(period, anchor) || isCycleTaken(period, facts)) return undefined
  const { credits, pausesAtZero } = plans[period.plan]
  const allowance = { credits, anchor, pausesAtZero }
  return { type: 'set_allowance', allowance, reason: `plan ${period.plan}` }
}

/** Where the cycle has a grant already, or is not as long as the period. */
function byGrant(period: PaidPeriod, credits: Credits, startsAt = period.start): MeterCommand {
  return {
    type: 'grant',
    grantId: periodGrantId(period),
    credits,
    startsAt,
    endsAt: period.end,
    reason: `plan ${period.plan}`,
  }
}

function takeBack(period: PaidPeriod, facts: BillingFacts): PeriodDecision {
  if (period.end <= facts.now) {
    const shortfall = facts.used.get(periodKey(period)) ?? period.shortfall
    return { periods: [{ ...period, shortfall }], commands: [] }
  }
  const own = ownGrants(period, facts)
  const byAllowance = period.byAllowance || own.some(({ kind }) => kind === 'allowance')
  const taken = period.taken + sum(own.map(({ available }) => available))
  const granted = Math.max(period.granted || sum(own.map(({ amount }) => amount)), taken)
  const moves = period.moves + own.length
  const reason = reasons[period.state]
  const commands = own.flatMap((grant, index): MeterCommand[] => {
    // For good: what is set aside now and comes back later expires too.
    if (period.state === 'refunded') return [endGrant(grant, reason)]
    if (grant.available === 0) return []
    const adjustmentId = `${periodKey(period)}/${period.moves + index + 1}`
    return [{ type: 'adjust', adjustmentId, grantId: grant.id, credits: grant.available, reason }]
  })
  const left = commands.length === 0 ? period.moves : moves
  return {
    periods: [{ ...period, granted, byAllowance, taken, moves: left, shortfall: granted - taken }],
    commands,
  }
}

const reasons: Readonly<Record<PeriodState, string>> = {
  opened: '',
  paid: '',
  unpaid: 'payment failed',
  refunded: 'payment refunded',
  disputed: 'payment disputed',
}

/** What was taken, and what it had less than its plan gives, while the period lasts. */
function giveAgain(period: PaidPeriod, { now }: BillingFacts): PeriodDecision {
  if (period.end <= now) return { periods: [{ ...period, shortfall: 0 }], commands: [] }
  const granted = Math.max(plans[period.plan].credits, period.granted)
  const given = { ...period, granted, taken: 0, shortfall: 0, moves: period.moves + 1 }
  const credits = period.taken + granted - period.granted
  const commands = credits === 0 ? [] : [byGrant(given, credits, now)]
  return { periods: [given], commands }
}

/** The same period, opened as another plan. */
function isInsteadOf(other: PaidPeriod, period: PaidPeriod): boolean {
  return (
    other.subscriptionId === period.subscriptionId &&
    other.start === period.start &&
    other.plan !== period.plan &&
    other.state === 'unpaid'
  )
}

export function endGrant({ id: grantId }: Pick<BalanceGrant, 'id'>, reason: string): MeterCommand {
  return { type: 'end_grant', grantId, reason }
}

function sum(numbers: readonly Credits[]): Credits {
  return numbers.reduce((total, number) => total + number, 0)
}
