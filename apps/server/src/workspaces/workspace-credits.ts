import type { Credits, Explanation, Spending, Usage, UsageItem } from '@rheos/contract'
import { type Balance, InvalidCursorError, type Ledger, type Operation } from '@rheos/credits'
import type { Queryable } from '@rheos/credits/postgres'
import { and, eq, isNull } from 'drizzle-orm'
import { type Clock, isoInstant } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { workspaces } from '../db/schema.ts'
import { strangeCursor } from '../paging.ts'
import { plans } from '../plans/plans.ts'
import { notFound, Refusal } from '../refusal.ts'
import { boundedLines, explanationView } from './explanation-view.ts'
import { type OperationLabels, readOperationLabels, readPictures } from './operation-labels.ts'

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
    const ids = items.map(({ id }) => id)
    const [labels, pictures] = await Promise.all([
      readOperationLabels(this.#database.db, workspaceId, ids),
      readPictures(this.#database.db, workspaceId, ids),
    ])
    return {
      items: items.map((operation) =>
        usageItem(workspaceId, operation, labels, pictures.get(operation.id)),
      ),
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

  /** Why the balance is what it is, or was at `at`. */
  async explanation(workspaceId: string, at?: number): Promise<Explanation> {
    if (at !== undefined && at > this.#clock()) {
      throw new Refusal('invalid_request', 'This time is in the future: choose an earlier one.')
    }
    const explanation = await this.#ledger.explain(workspaceId, at)
    if (explanation === undefined) {
      throw new Refusal(
        'not_found',
        'This workspace did not have credits yet at that time: choose a later one.',
      )
    }
    const lines = boundedLines(explanation.lines)
    const ids = lines.flatMap(({ operation }) => (operation === undefined ? [] : [operation.id]))
    return explanationView(
      { ...explanation, lines },
      await readOperationLabels(this.#database.db, workspaceId, ids),
    )
  }
}

interface UsageRequest {
  readonly limit: number
  readonly cursor?: string | undefined
}

function usageItem(
  workspaceId: string,
  operation: Operation,
  labels: OperationLabels,
  picture: string | undefined,
): UsageItem {
  return {
    id: operation.id,
    at: isoInstant(operation.createdAt),
    action: operation.action,
    quantity: operation.quantity,
    unitPrice: operation.unitPrice,
    priceVersion: operation.priceVersion,
    credits: operation.spent,
    outcome: outcomeOf(operation),
    why: labels.why(operation.id),
    who: labels.who(operation.actor),
    brand: labels.brand(operation.actor),
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

function cycleView(balance: Balance): Credits['cycle'] {
  return { start: isoInstant(balance.cycle.start), end: isoInstant(balance.cycle.end) }
}

function startOfDay(instant: number): number {
  return Math.floor(instant / dayMs) * dayMs
}
