import { type ImageAction, imageActionSchema } from '@rheos/contract'
import type { Actor } from '@rheos/credits'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Statements } from '../db/database.ts'
import { assets, generations, operatorActions } from '../db/schema.ts'
import { type Named, type Names, readNames } from './read-names.ts'

/** What the studio knows of operations, which are only numbers and ids to the meter. */
export interface OperationLabels {
  /** Why it was not charged, or not in full. */
  why(operationId: string): string | null
  /** What was done for it that its price does not say: of images, another action than drawing. */
  did(operationId: string): ImageAction | null
  who(actor: Actor): Named | null
  brand(actor: Actor): Named | null
}

/** Four statements, however many operations there are. */
export async function readOperationLabels(
  db: Statements,
  workspaceId: string,
  operationIds: readonly string[],
): Promise<OperationLabels> {
  const [names, rows, madeGood] = await Promise.all([
    readNames(db, workspaceId),
    db
      .select({
        id: generations.id,
        detail: generations.errorDetail,
        note: generations.note,
        action: sql<string | null>`${generations.request}->>'action'`,
      })
      .from(generations)
      .where(
        and(eq(generations.workspaceId, workspaceId), inArray(generations.id, [...operationIds])),
      ),
    db
      .select({ id: operatorActions.targetId, reason: operatorActions.reason })
      .from(operatorActions)
      .where(
        and(
          eq(operatorActions.workspaceId, workspaceId),
          eq(operatorActions.kind, 'make_good'),
          inArray(operatorActions.targetId, [...operationIds]),
        ),
      ),
  ])
  const reasons = new Map([
    ...rows.map((row) => [row.id, row.detail ?? row.note] as const),
    // What came last says why it costs less than it did.
    ...madeGood.map((row) => [row.id ?? '', `Given back by support: ${row.reason}`] as const),
  ])
  const actions = new Map(rows.map((row) => [row.id, row.action]))
  return labelsFrom(names, reasons, actions)
}

/** One picture of what each of them made. */
export async function readPictures(
  db: Statements,
  workspaceId: string,
  operationIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (operationIds.length === 0) return new Map()
  const rows = await db
    .select({ id: assets.generationId, asset: sql<string>`min(${assets.id})` })
    .from(assets)
    .where(
      and(
        eq(assets.workspaceId, workspaceId),
        inArray(assets.generationId, [...operationIds]),
        eq(assets.kind, 'generated'),
        isNull(assets.deletedAt),
      ),
    )
    .groupBy(assets.generationId)
  return new Map(rows.map((row) => [row.id ?? '', row.asset]))
}

function labelsFrom(
  names: Names,
  reasons: ReadonlyMap<string, string | null>,
  actions: ReadonlyMap<string, string | null>,
): OperationLabels {
  return {
    why: (operationId) => reasons.get(operationId) ?? null,
    did: (operationId) => {
      const action = imageActionSchema.safeParse(actions.get(operationId))
      return action.success && action.data !== 'generate' ? action.data : null
    },
    who: ({ memberId }) => names.who(memberId),
    brand: ({ brandId }) => names.brand(brandId),
  }
}
