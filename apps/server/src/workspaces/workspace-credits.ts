import type { Credits, Spending, Usage, UsageItem } from '@rheos/contract'
import { type Balance, InvalidCursorError, type Ledger, type Operation } from '@rheos/credits'
import type { Queryable } from '@rheos/credits/postgres'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { type Clock, isoInstant } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { assets, brands, generations, members, workspaces } from '../db/schema.ts'
import { strangeCursor } from '../paging.ts'
import { plans } from '../plans/plans.ts'
import { notFound, Refusal } from '../refusal.ts'

const dayMs = 86_400_000

/** The credits of a workspace as its people see them. Reads the meter; moves nothing. */
export class WorkspaceCredits {
  readonly #database: Database
  readonly #ledger: Ledger<Queryable>
  readonly #clock: Clock

  constructor(options: {
    readonly database: Database
    readonly ledger: Ledger<Queryable>
    readonly clock: Clock
  }) {
    this.#database = options.database
    this.#ledger = options.ledger
    this.#clock = options.clock
  }

  async view(workspaceId: string): Promise<Credits> {
    const [plan, balance] = await Promise.all([this.#plan(workspaceId), this.#balance(workspaceId)])
    return {
      plan: plan.id,
      allowance: balance.allowance.credits,
      balance: balance.balance,
      available: balance.available,
      held: balance.held,
      spent: balance.spentInCycle,
      resetsAt: isoInstant(balance.resetsAt),
      cycle: cycleView(balance),
      paused: balance.allowance.pausesAtZero && balance.balance === 0,
      grants: balance.grants.map((grant) => ({
        ...grant,
        startsAt: isoInstant(grant.startsAt),
        endsAt: isoInstant(grant.endsAt),
      })),
    }
  }

  /** Newest first. */
  async usage(workspaceId: string, page: UsageRequest): Promise<Usage> {
    const { items, next } = await this.#page(workspaceId, page)
    const labels = await this.#labels(workspaceId, items)
    return {
      items: items.map((operation) => usageItem(workspaceId, operation, labels)),
      next: next ?? null,
    }
  }

  async #page(workspaceId: string, { limit, cursor }: UsageRequest) {
    try {
      return await this.#ledger.usage(workspaceId, {
        limit,
        ...(cursor !== undefined && { cursor }),
      })
    } catch (error) {
      if (error instanceof InvalidCursorError) throw strangeCursor()
      throw error
    }
  }

  /** What was spent on each UTC day of the present cycle, up to today. */
  async spending(workspaceId: string): Promise<Spending> {
    const balance = await this.#balance(workspaceId)
    const spent = await this.#ledger.spentByDay(workspaceId, {
      from: balance.cycle.start,
      to: balance.cycle.end,
    })
    const byDate = new Map(spent.map((day) => [day.date, day.credits]))
    const days: Spending['days'] = []
    for (let day = startOfDay(balance.cycle.start); day <= this.#clock(); day += dayMs) {
      const date = isoInstant(day).slice(0, 10)
      days.push({ date, spent: byDate.get(date) ?? 0 })
    }
    return { cycle: cycleView(balance), allowance: balance.allowance.credits, days }
  }

  async #plan(workspaceId: string) {
    const [row] = await this.#database.db
      .select({ plan: workspaces.plan })
      .from(workspaces)
      .where(and(eq(workspaces.id, workspaceId), isNull(workspaces.deletedAt)))
    if (row === undefined) throw notFound('workspace')
    return plans[row.plan]
  }

  async #balance(workspaceId: string): Promise<Balance> {
    const balance = await this.#ledger.balance(workspaceId)
    if (balance === undefined) {
      throw new Refusal(
        'unavailable',
        'The credits of this workspace could not be read. Try again in a moment.',
      )
    }
    return balance
  }

  /** The names and pictures of a page of operations: four statements, however many there are. */
  async #labels(workspaceId: string, operations: readonly Operation[]): Promise<Labels> {
    const ids = operations.map((operation) => operation.id)
    if (ids.length === 0)
      return { people: new Map(), brands: new Map(), generations: new Map(), pictures: new Map() }
    const { db } = this.#database
    const [people, brandRows, generationRows, pictures] = await Promise.all([
      db
        .select({ id: members.userId, name: members.name })
        .from(members)
        .where(eq(members.workspaceId, workspaceId)),
      db
        .select({ id: brands.id, name: brands.name })
        .from(brands)
        .where(eq(brands.workspaceId, workspaceId)),
      db
        .select({ id: generations.id, detail: generations.errorDetail, note: generations.note })
        .from(generations)
        .where(and(eq(generations.workspaceId, workspaceId), inArray(generations.id, ids))),
      db
        .select({ id: assets.generationId, asset: sql<string>`min(${assets.id})` })
        .from(assets)
        .where(
          and(
            eq(assets.workspaceId, workspaceId),
            inArray(assets.generationId, ids),
            eq(assets.kind, 'generated'),
            isNull(assets.deletedAt),
          ),
        )
        .groupBy(assets.generationId),
    ])
    return {
      people: new Map(people.map((row) => [row.id, row.name])),
      brands: new Map(brandRows.map((row) => [row.id, row.name])),
      generations: new Map(generationRows.map((row) => [row.id, row.detail ?? row.note])),
      pictures: new Map(pictures.map((row) => [row.id ?? '', row.asset])),
    }
  }
}

interface UsageRequest {
  readonly limit: number
  readonly cursor?: string | undefined
}

interface Labels {
  readonly people: ReadonlyMap<string, string>
  readonly brands: ReadonlyMap<string, string>
  readonly generations: ReadonlyMap<string, string | null>
  readonly pictures: ReadonlyMap<string, string>
}

function usageItem(workspaceId: string, operation: Operation, labels: Labels): UsageItem {
  const picture = labels.pictures.get(operation.id)
  return {
    id: operation.id,
    at: isoInstant(operation.createdAt),
    action: operation.action,
    quantity: operation.quantity,
    unitPrice: operation.unitPrice,
    priceVersion: operation.priceVersion,
    credits: operation.spent,
    outcome: outcomeOf(operation),
    why: labels.generations.get(operation.id) ?? null,
    who: named(operation.actor.memberId, labels.people, 'Former member'),
    brand: named(operation.actor.brandId, labels.brands, 'Deleted brand'),
    thumbnailUrl:
      picture === undefined
        ? null
        : `/api/v1/workspaces/${workspaceId}/assets/${picture}/content?width=320`,
  }
}

function outcomeOf(operation: Operation): UsageItem['outcome'] {
  if (operation.state === 'held' || operation.state === 'running') return 'in_progress'
  if (operation.state === 'released') return 'not_charged'
  if (operation.credits === 0) return 'free'
  return operation.spent < operation.credits ? 'partly_charged' : 'charged'
}

function named(id: string | undefined, names: ReadonlyMap<string, string>, fallback: string) {
  return id === undefined ? null : { id, name: names.get(id) ?? fallback }
}

function cycleView(balance: Balance): Credits['cycle'] {
  return { start: isoInstant(balance.cycle.start), end: isoInstant(balance.cycle.end) }
}

function startOfDay(instant: number): number {
  return Math.floor(instant / dayMs) * dayMs
}
