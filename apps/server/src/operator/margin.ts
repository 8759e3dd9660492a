import type { Margin, NewProviderPrice, PlanId, ProviderPrice } from '@rheos/contract'
import { desc, sql } from 'drizzle-orm'
import { type Clock, dayMs, isoInstant } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { providerPrices } from '../db/schema.ts'
import { plans } from '../plans/plans.ts'
import { Refusal } from '../refusal.ts'
import { type Press, pressIdOf } from './operator-action.ts'

/** Plans are priced in pence. */
const microsOfAPenny = 10_000
const builtIn = 'builtin'
const pricesMax = 500

/** What was used on one day with one plan of one model, and what a unit cost us then. */
interface UsedRow {
  readonly date: string
  readonly plan: PlanId
  readonly action: string
  readonly provider: string
  readonly model: string
  readonly units: number
  readonly credits: number
  readonly micros: number | null
}

type Figures = Margin['total']

/** What AI providers cost, against what the credits were worth that people spent on it. */
export class MarginDesk {
  readonly #database: Database
  readonly #clock: Clock

  constructor(options: { readonly database: Database; readonly clock: Clock }) {
    this.#database = options.database
    this.#clock = options.clock
  }

  /** The last days by UTC, today included. What is free costs us all the same and is counted. */
  async margin(days: number): Promise<Margin> {
    const today = Math.floor(this.#clock() / dayMs) * dayMs
    const dates = Array.from({ length: days }, (_, index) =>
      isoInstant(today - (days - 1 - index) * dayMs).slice(0, 10),
    )
    const [from = '', to = ''] = [dates[0], dates.at(-1)]
    const [rows, prices] = await Promise.all([this.#used(from), this.prices()])
    return {
      from,
      to,
      total: figuresOf(rows),
      days: dates.map((date) => ({ date, ...figuresOf(rows.filter((row) => row.date === date)) })),
      lines: linesOf(rows),
      prices,
    }
  }

  /** By provider, model and action, the latest first. */
  async prices(): Promise<ProviderPrice[]> {
    const { provider, model, action, effectiveFrom, id } = providerPrices
    const rows = await this.#database.db
      .select()
      .from(providerPrices)
      .orderBy(provider, model, action, desc(effectiveFrom), desc(id))
      .limit(pricesMax)
    return rows.map(priceView)
  }

  async setPrice(wanted: Omit<NewProviderPrice, 'source'>, press: Press): Promise<ProviderPrice> {
    const price = { ...wanted, source: press.reason }
    const pressId = pressIdOf(press)
    const [written] = await this.#database.db
      .insert(providerPrices)
      .values({ ...price, setBy: press.operator.name, setAt: this.#clock(), pressId })
      .onConflictDoNothing({ target: providerPrices.pressId })
      .returning()
    return priceView(written ?? (await this.#sameAsBefore(pressId, price)))
  }

  async #sameAsBefore(pressId: string, price: NewProviderPrice) {
    const [known] = await this.#database.db
      .select()
      .from(providerPrices)
      .where(sql`${providerPrices.pressId} = ${pressId}`)
    const keys = ['provider', 'model', 'action', 'effectiveFrom', 'micros', 'source'] as const
    if (known !== undefined && keys.every((key) => known[key] === price[key])) return known
    throw new Refusal(
      'idempotency_conflict',
      'This press set another price already: load the page again.',
    )
  }

  /** Summed up first, so that prices are looked up for a few rows however much was used. */
  async #used(from: string): Promise<readonly UsedRow[]> {
    const { rows } = await this.#database.pool.query<UsedRow>(
      `select used.*, price.micros::float8 as micros
         from (
           select to_char(at at time zone 'UTC', 'YYYY-MM-DD') as date, plan, action, provider,
             model, sum(units)::float8 as units, sum(credits)::float8 as credits
           from studio.provider_usage where at >= $1
           group by 1, plan, action, provider, model
         ) as used
         left join lateral (
           select p.micros from studio.provider_prices p
           where p.provider = used.provider and p.model = used.model and p.action = used.action
             and p.effective_from <= used.date::date
           order by p.effective_from desc, p.id desc limit 1
         ) as price on true`,
      [new Date(`${from}T00:00:00Z`)],
    )
    return rows
  }
}

function linesOf(rows: readonly UsedRow[]): Margin['lines'] {
  const groups = new Map<string, UsedRow[]>()
  for (const row of rows) {
    const key = JSON.stringify([row.action, row.provider, row.model])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return [...groups.values()]
    .map((group) => {
      const [first] = group as [UsedRow, ...UsedRow[]]
      const { action, provider, model } = first
      return { action, provider, model, priced: group.every(isPriced), ...figuresOf(group) }
    })
    .toSorted((a, b) => b.costMicros - a.costMicros || b.units - a.units)
}

function isPriced({ provider, micros }: UsedRow): boolean {
  return provider === builtIn || micros !== null
}

function figuresOf(rows: readonly UsedRow[]): Figures {
  const sum = (of: (row: UsedRow) => number) =>
    Math.round(rows.reduce((total, row) => total + of(row), 0))
  return {
    units: sum(({ units }) => units),
    credits: sum(({ credits }) => credits),
    valueMicros: sum(({ credits, plan }) => credits * worthOfACredit(plan)),
    costMicros: sum(({ units, micros }) => units * (micros ?? 0)),
  }
}

/** What a plan takes for one of its credits. */
function worthOfACredit(plan: PlanId): number {
  const { price, credits } = plans[plan]
  return (price.amount * microsOfAPenny) / credits
}

function priceView(row: typeof providerPrices.$inferSelect): ProviderPrice {
  const { provider, model, action, effectiveFrom, micros, source, setBy } = row
  return { provider, model, action, effectiveFrom, micros, source, setBy }
}
