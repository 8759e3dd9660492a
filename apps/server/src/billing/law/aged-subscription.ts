import { cycleAt, cycleStart } from '@rheos/credits'
import type { Instant } from '../../clock.ts'
import type { BillingPeriod, Subscription } from '../subscription.ts'

/**
 * A subscription as it must be at `now`, when it was last read earlier: what was to end has ended, and
 * what was in good standing has renewed, paid or not. Periods are counted from `anchor` where that fits.
 */
export function agedSubscription(
  subscription: Subscription,
  now: Instant,
  anchor: Instant,
): Subscription {
  const { status, cancelsAt, period } = subscription
  if (status === 'ended') return subscription
  if (cancelsAt !== undefined && cancelsAt <= now) {
    return { ...subscription, status: 'ended', endedAt: cancelsAt }
  }
  if (status !== 'active' || period.end > now) return subscription
  const { start, end } = cycleAt(anchorFor(period, anchor), now)
  return { ...subscription, period: { start, end } }
}

/**
 * From where to count months so that one of them is this period: 28 Feb to 31 Mar is counted from 31
 * Jan. The period's own start where nothing fits.
 */
export function anchorFor(period: BillingPeriod, known: Instant): Instant {
  const candidates = [known, period.start, cycleStart(period.end, -2)]
  return candidates.find((anchor) => fits(period, anchor)) ?? period.start
}

export function fits(period: BillingPeriod, anchor: Instant): boolean {
  if (anchor > period.start) return false
  const { start, end } = cycleAt(anchor, period.start)
  return start === period.start && end === period.end
}
