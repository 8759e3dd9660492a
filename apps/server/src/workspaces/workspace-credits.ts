import type { Credits, Explanation, Usage, UsageItem } from '@rheos/contract'
import { type Balance, InvalidCursorError, type Ledger, type Operation } from '@rheos/credits'
import type { Queryable } from '@rheos/credits/postgres'
import { and, eq, isNull } from 'drizzle-orm'
import { type Clock, isoInstant } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { workspaces } from '../db/schema.ts'
import { strangeCursor } from '../paging.ts'
import { notFound, Refusal } from '../refusal.ts'
import { boundedLines, explanationView } from './explanation-view.ts'
import { grantKind } from './grant-kind.ts'
import { type OperationLabels, readOperationLabels, readPictures } from './operation-labels.ts'
import { outcomeOf } from './operation-outcome.ts'
import { planColumns, planInForce } from './plan-in-force.ts'

/** The credits of a workspace as its people see them. Reads the meter; moves nothing. */
export class WorkspaceCredits {
  readonly #database: Database
  readonly #ledger: Ledger<Queryable>
  readonly #clock: Clock
  readonly #applyDue: (workspaceId: string) => Promise<void>

  constructor(options: {
    readonly database: Database
    readonly ledger: Ledger<Queryable>
    readonly clock: Clock
    /** Does to the meter what the clock alone has changed of the plan. */
    readonly applyDue: (workspaceId: string) => Promise<void>
  }) {
    this.#database = options.database
    this.#ledger = options.ledger
    this.#clock = options.clock
    this.#applyDue = options.applyDue
  }

  async view(workspaceId: string): Promise<Credits> {
    const balance = await this.balance(workspaceId)
    const { plan, endsAt } = await this.#plan(workspaceId)
    return {
      plan: plan.id,
      allowance: plan.credits,
      balance: balance.balance,
      available: balance.available,
      held: balance.held,
      spent: balance.spentInCycle,
      resetsAt: isoInstant(Math.min(balance.resetsAt, endsAt ?? Infinity)),
      cycle: cycleView(balance),
      paused: plan.pausesAtZero && balance.balance === 0,
      grants: balance.grants.map((grant) => ({
        ...grant,
        kind: grantKind(grant),
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

  async #plan(workspaceId: string) {
    const [row] = await this.#database.db
      .select(planColumns)
      .from(workspaces)
      .where(and(eq(workspaces.id, workspaceId), isNull(workspaces.deletedAt)))
    if (row === undefined) throw notFound('workspace')
    const now = this.#clock()
    const isAhead = row.planEndsAt !== null && row.planEndsAt > now
    return { plan: planInForce(row, now), endsAt: isAhead ? row.planEndsAt : null }
  }

  /** As it is once what was due of the plan is in force; what cannot be read is never shown as 0. */
  async balance(workspaceId: string): Promise<Balance> {
    await this.#applyDue(workspaceId)
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
    await this.#applyDue(workspaceId)
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
    did: labels.did(operation.id),
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

function cycleView(balance: Balance): Credits['cycle'] {
  return { start: isoInstant(balance.cycle.start), end: isoInstant(balance.cycle.end) }
}
