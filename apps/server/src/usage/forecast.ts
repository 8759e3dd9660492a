import type { BalanceGrant } from '@rheos/credits'
import { dayMs, type Instant } from '../clock.ts'

/** Where the spending leads; see the contract's `Forecast`. */
export type Forecast =
  | { readonly kind: 'runs_out'; readonly at: Instant }
  | { readonly kind: 'lasts'; readonly left: number }

export interface ForecastFacts {
  readonly now: Instant
  readonly cycle: { readonly start: Instant; readonly end: Instant }
  readonly grants: readonly Pick<BalanceGrant, 'available' | 'held' | 'startsAt' | 'endsAt'>[]
  /** Of the cycle, by day. */
  readonly spentByDay: readonly { readonly credits: number }[]
}

/** On fewer days somebody tried something; it is no pace. */
const daysMin = 3

/** Goes on at the pace of the cycle so far. Nothing while there is none, or nothing left to spend. */
export function forecastOf({
  now,
  cycle,
  grants,
  spentByDay,
}: ForecastFacts): Forecast | undefined {
  const spentOn = spentByDay.filter(({ credits }) => credits > 0)
  const elapsed = now - cycle.start
  const live = grants.filter(({ startsAt, endsAt }) => startsAt <= now && endsAt > now)
  const balance = live.reduce((sum, { available, held }) => sum + available + held, 0)
  if (spentOn.length < daysMin || elapsed < daysMin * dayMs || balance === 0) return undefined
  const perMs = spentOn.reduce((sum, { credits }) => sum + credits, 0) / elapsed
  return spendOn(live, { from: now, to: cycle.end, perMs })
}

/** Grants are used up in the order in which they end, and what one has left at its end is lost. */
function spendOn(
  grants: ForecastFacts['grants'],
  { from, to, perMs }: { readonly from: Instant; readonly to: Instant; readonly perMs: number },
): Forecast {
  let at = from
  let left = 0
  for (const { available, held, endsAt } of grants.toSorted((a, b) => a.endsAt - b.endsAt)) {
    const until = Math.min(endsAt, to)
    const usedUpAt = at + (available + held) / perMs
    if (endsAt >= to) left += Math.max(0, usedUpAt - Math.max(at, to)) * perMs
    at = Math.min(usedUpAt, Math.max(at, until))
  }
  return at < to
    ? { kind: 'runs_out', at: Math.floor(at) }
    : { kind: 'lasts', left: Math.floor(left) }
}
