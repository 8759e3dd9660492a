import type { PaidPlanId } from '@rheos/contract'
import type { Instant } from '../../clock.ts'
import { plans } from '../../plans/plans.ts'
import type { BillingPeriod, Subscription } from '../subscription.ts'
import type { BillingFacts } from './billing-facts.ts'
import { compareVerdicts, planOfLine, type Verdict, verdictOf, wasPaid } from './line-verdict.ts'
import { periodKey } from './paid-period.ts'
import { ownGrants, selfOpened } from './period-grants.ts'

/** What the provider says of one period of a subscription. */
export interface PeriodClaim extends StatedPeriod {
  /** The period that the subscription which gives the plan is in. */
  readonly current: boolean
}

interface StatedPeriod extends BillingPeriod {
  readonly subscriptionId: string
  readonly plan: PaidPlanId
  readonly verdict: Verdict
  readonly lineId: string | undefined
}

/**
 * What is said of the periods that matter: those that are recorded, those that were paid, though they may
 * be over, and those that are running.
 * In the order of {@link compareClaims}.
 */
export function periodClaims(
  subscriptions: readonly Subscription[],
  chosen: Subscription | undefined,
  facts: BillingFacts,
): readonly PeriodClaim[] {
  const { periods, now } = facts
  const recorded = new Set(periods.map(periodKey))
  return subscriptions
    .flatMap((subscription) => claimsOf(subscription, facts))
    .map((claim) => ({ ...claim, current: isPresent(claim, chosen) }))
    .filter(
      (claim) =>
        claim.start <= now &&
        (recorded.has(periodKey(claim)) || wasPaid(claim.verdict) || now < claim.end),
    )
    .sort((a, b) => compareClaims(a, b, facts))
}

/**
 * Oldest first, since a period is opened in advance only after one that is paid. Of those that begin
 * together first the one whose grant the meter has opened by itself; and what is paid after what is not,
 * since it may have been opened as another plan.
 */
function compareClaims(a: PeriodClaim, b: PeriodClaim, facts: BillingFacts): number {
  const rank = (claim: PeriodClaim) => {
    if (claim.verdict !== 'paid') return 1
    return ownGrants(claim, facts).length > 0 ? 0 : 2
  }
  const price = ({ plan }: PeriodClaim) => plans[plan].price.amount
  return a.start - b.start || rank(a) - rank(b) || price(a) - price(b)
}

function claimsOf(subscription: Subscription, facts: BillingFacts): readonly StatedPeriod[] {
  const billed = billedPeriods(subscription)
  return [...billed.values(), ...unbilledPeriods(subscription, facts, [...billed.values()])]
}

function billedPeriods(subscription: Subscription): ReadonlyMap<string, StatedPeriod> {
  const claims = new Map<string, StatedPeriod>()
  for (const invoice of subscription.invoices) {
    for (const line of invoice.lines) {
      const plan = planOfLine(line, invoice)
      if (plan === undefined) continue
      const claim: StatedPeriod = {
        subscriptionId: subscription.id,
        plan,
        ...line.period,
        verdict: unlessHopeless(verdictOf(invoice), subscription),
        lineId: line.id,
      }
      const known = claims.get(periodKey(claim))
      if (known === undefined || compareVerdicts(claim.verdict, known.verdict) < 0)
        claims.set(periodKey(claim), claim)
    }
  }
  return claims
}

/** The present period before its bill is written, and those that were opened and never billed. */
function unbilledPeriods(
  subscription: Subscription,
  facts: BillingFacts,
  billed: readonly StatedPeriod[],
): readonly StatedPeriod[] {
  const { id: subscriptionId, plan, period, status } = subscription
  const present = plan !== undefined && status !== 'ended' ? [{ plan, ...period }] : []
  const opened = [
    ...facts.periods.filter(({ state }) => state === 'opened' || state === 'unpaid'),
    ...selfOpened(facts),
  ].filter((period) => period.subscriptionId === subscriptionId)
  const unbilled = new Map<string, StatedPeriod>()
  for (const { plan, start, end } of [...present, ...opened]) {
    const claim = { subscriptionId, plan, start, end, lineId: undefined }
    if (billed.some((other) => periodKey(other) === periodKey(claim))) continue
    const isPresent = start === period.start && plan === subscription.plan
    const isWaited = isPresent && !isBilled(subscription, start)
    const verdict = isWaited ? unlessHopeless('pending', subscription) : 'unpaid'
    unbilled.set(periodKey(claim), { ...claim, verdict })
  }
  return [...unbilled.values()]
}

function isPresent(
  { subscriptionId, start }: StatedPeriod,
  chosen: Subscription | undefined,
): boolean {
  return subscriptionId === chosen?.id && start === chosen.period.start
}

/** Also when it is billed as something that gives nothing, or as another plan. */
function isBilled({ invoices }: Subscription, start: Instant): boolean {
  return invoices.some(
    ({ status, lines }) => status !== 'void' && lines.some(({ period }) => period.start === start),
  )
}

/** Who is behind, or has gone, gets nothing in advance for a bill that is still open. */
function unlessHopeless(verdict: Verdict, { status }: Subscription): Verdict {
  const isHopeless = status === 'past_due' || status === 'ended'
  return verdict === 'pending' && isHopeless ? 'unpaid' : verdict
}
