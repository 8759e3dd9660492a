import type { Spending } from '@rheos/contract'

export interface SpendingPoint {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly spent?: number
  /** Where the spending leads at the pace so far. */
  readonly forecast?: number
}

export interface SpendingSeries {
  readonly points: readonly SpendingPoint[]
  readonly spent: number
  /** At the end of the cycle; absent while there is too little to tell from. */
  readonly forecast: number | undefined
}

const dayMs = 86_400_000

/** Adds the days up, from the start of the cycle to now, and draws the pace on to its end. */
export function spendingSeries(spending: Spending, now: number): SpendingSeries {
  const start = Date.parse(spending.cycle.start)
  const end = Date.parse(spending.cycle.end)
  const today = Math.min(Math.max(now, start), end)
  let spent = 0
  const points: SpendingPoint[] = [{ at: start, spent: 0 }]
  for (const day of spending.days) {
    spent += day.spent
    // What a day cost is all spent at its end, or by now.
    const at = Math.min(Date.parse(`${day.date}T00:00:00Z`) + dayMs, today)
    points.push({ at, spent })
  }
  const elapsed = today - start
  if (elapsed < 2 * dayMs || spent === 0) return { points, spent, forecast: undefined }
  const forecast = Math.round((spent * (end - start)) / elapsed)
  const joint = { at: today, spent, forecast: spent }
  return { points: [...points.slice(0, -1), joint, { at: end, forecast }], spent, forecast }
}

/** What the chart shows, in words. */
export function forecastSentence(
  series: Pick<SpendingSeries, 'spent' | 'forecast'>,
  allowance: number,
): string {
  const { spent, forecast } = series
  const number = (value: number) => value.toLocaleString('en-GB')
  if (spent === 0) return 'Nothing spent in this cycle yet.'
  const soFar = `${number(spent)} of ${number(allowance)} spent.`
  if (forecast === undefined) return soFar
  if (forecast > allowance) return `${soFar} At this pace your credits run out before the reset.`
  return `${soFar} At this pace about ${number(forecast)} by the reset.`
}
