import type { UsageSummary } from '@rheos/contract'
import { numberText } from '../credits/credits-text.ts'
import { shortDayText } from './day-text.ts'

export interface SpendingPoint {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly spent?: number
  /** Where the spending leads at the pace so far. */
  readonly forecast?: number
}

export interface SpendingFacts {
  readonly summary: Pick<UsageSummary, 'period' | 'days' | 'credits' | 'forecast'>
  /** What there is to be spent now. */
  readonly balance: number
  readonly now: number
}

const dayMs = 86_400_000

/** Adds the days up, from the start of the cycle to now, and draws the forecast on. */
export function spendingSeries({ summary, balance, now }: SpendingFacts): readonly SpendingPoint[] {
  const { period, days, forecast } = summary
  const start = Date.parse(period.start)
  const end = Date.parse(period.end)
  const today = Math.min(Math.max(now, start), end)
  let spent = 0
  const points: SpendingPoint[] = [{ at: start, spent: 0 }]
  for (const day of days) {
    spent += day.credits
    // What a day cost is all spent at its end, or by now.
    const at = Math.min(Date.parse(`${day.date}T00:00:00Z`) + dayMs, today)
    points.push({ at, spent })
  }
  if (forecast === null) return points
  const last = { at: today, spent, forecast: spent }
  const there =
    forecast.kind === 'runs_out'
      ? { at: Date.parse(forecast.at), forecast: spent + balance }
      : { at: end, forecast: spent + balance - forecast.left }
  return [...points.slice(0, -1), last, there]
}

/** What the chart shows, in words. */
export function forecastText({ credits, forecast }: UsageSummary, allowance: number): string {
  if (credits === 0) return 'Nothing spent in this cycle yet.'
  const soFar = `${numberText(credits)} of ${numberText(allowance)} spent.`
  if (forecast === null) return soFar
  return forecast.kind === 'runs_out'
    ? `${soFar} At this pace 0 on ${shortDayText(forecast.at)}.`
    : `${soFar} At this pace ${numberText(forecast.left)} are left at the reset.`
}
