import type { UsageSummary } from '@rheos/contract'
import type { Period } from '@rheos/credits'
import { type Clock, dayMs, type Instant, isoInstant } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { readNames } from '../workspaces/read-names.ts'
import type { WorkspaceCredits } from '../workspaces/workspace-credits.ts'
import { type Forecast, forecastOf } from './forecast.ts'
import { readUsage, type UsagePart } from './read-usage.ts'
import { usageLines } from './usage-lines.ts'
import { type PeriodRequest, periodOf } from './usage-period.ts'

/** What a workspace used, added up and one by one. Reads the meter; moves nothing. */
export class Usage {
  readonly #options: UsageOptions

  constructor(options: UsageOptions) {
    this.#options = options
  }

  /** Of the present cycle with a forecast, or of another period without. */
  async summary(workspaceId: string, request: PeriodRequest): Promise<UsageSummary> {
    const { clock, metered, database } = this.#options
    const now = clock()
    const { period, balance } = await this.#period(workspaceId, request, now)
    const [parts, names] = await Promise.all([
      readUsage(metered, workspaceId, period),
      readNames(database.db, workspaceId),
    ])
    const days = everyDay(parts.day, period, now)
    const forecast = balance && forecastOf({ ...balance, now, spentByDay: days })
    return {
      period: { start: isoInstant(period.from), end: isoInstant(period.to) },
      ...totalOf(days),
      days,
      actions: parts.action.map(({ key, ...cost }) => ({ action: key, ...cost })),
      members: parts.member.map(({ key, ...cost }) => ({ who: names.who(key), ...cost })),
      brands: parts.brand.map(({ key, ...cost }) => ({ brand: names.brand(key), ...cost })),
      forecast: forecast === undefined ? null : forecastView(forecast),
    }
  }

  /** Every operation of the period as lines of CSV, newest first, read a page at a time. */
  async csv(
    workspaceId: string,
    request: PeriodRequest,
  ): Promise<{ readonly fileName: string; readonly lines: AsyncIterable<string> }> {
    const { clock, metered, database } = this.#options
    const now = clock()
    const { period } = await this.#period(workspaceId, request, now)
    const names = await readNames(database.db, workspaceId)
    return {
      fileName: `rheos-usage-${dateOf(period.from)}-to-${dateOf(Math.min(period.to, now))}.csv`,
      lines: usageLines(metered.pool, { workspaceId, period, names }),
    }
  }

  async #period(workspaceId: string, request: PeriodRequest, now: Instant) {
    const asked = periodOf(request, now)
    if (asked !== undefined) return { period: asked, balance: undefined }
    const balance = await this.#options.credits.balance(workspaceId)
    return { period: { from: balance.cycle.start, to: balance.cycle.end }, balance }
  }
}

export interface UsageOptions {
  readonly credits: Pick<WorkspaceCredits, 'balance'>
  /** For reading the meter: whoever waits for it keeps nobody else waiting. */
  readonly metered: Database
  readonly database: Database
  readonly clock: Clock
}

/** With those on which nothing was spent, up to today. */
function everyDay(parts: readonly UsagePart[], { from, to }: Period, now: Instant) {
  const byDate = new Map(parts.map(({ key, ...cost }) => [key, cost]))
  const days: UsageSummary['days'] = []
  for (let day = startOfDay(from); day < to && day <= now; day += dayMs) {
    const date = dateOf(day)
    days.push({ date, ...(byDate.get(date) ?? { credits: 0, uses: 0 }) })
  }
  return days
}

function totalOf(days: UsageSummary['days']) {
  return {
    credits: days.reduce((sum, { credits }) => sum + credits, 0),
    uses: days.reduce((sum, { uses }) => sum + uses, 0),
  }
}

function forecastView(forecast: Forecast): UsageSummary['forecast'] {
  return forecast.kind === 'lasts' ? forecast : { ...forecast, at: isoInstant(forecast.at) }
}

function startOfDay(instant: Instant): Instant {
  return Math.floor(instant / dayMs) * dayMs
}

function dateOf(instant: Instant): string {
  return isoInstant(instant).slice(0, 10)
}
