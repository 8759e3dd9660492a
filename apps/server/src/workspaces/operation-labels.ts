import type { Actor } from '@rheos/credits'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Statements } from '../db/database.ts'
import { assets, brands, generations, members } from '../db/schema.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** What the studio knows of operations, which are only numbers and ids to the meter. */
export interface OperationLabels {
  /** Why it was not charged, or not in full. */
  why(operationId: string): string | null
  who(actor: Actor): Named | null
  brand(actor: Actor): Named | null
}

/** Three statements, however many operations there are. */
export async function readOperationLabels(
  db: Statements,
  workspaceId: string,
  operationIds: readonly string[],
): Promise<OperationLabels> {
  if (operationIds.length === 0) return labelsFrom([], [], [])
  const [people, ofBrands, ofGenerations] = await Promise.all([
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
      .where(
        and(eq(generations.workspaceId, workspaceId), inArray(generations.id, [...operationIds])),
      ),
  ])
  return labelsFrom(people, ofBrands, ofGenerations)
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
  people: readonly Named[],
  ofBrands: readonly Named[],
  ofGenerations: readonly {
    readonly id: string
    readonly detail: string | null
    readonly note: string | null
  }[],
): OperationLabels {
  const names = new Map(people.map((row) => [row.id, row.name]))
  const brandNames = new Map(ofBrands.map((row) => [row.id, row.name]))
  const reasons = new Map(ofGenerations.map((row) => [row.id, row.detail ?? row.note]))
  return {
    why: (operationId) => reasons.get(operationId) ?? null,
    who: ({ memberId }) => named(memberId, names, 'Former member'),
    brand: ({ brandId }) => named(brandId, brandNames, 'Deleted brand'),
  }
}

function named(
  id: string | undefined,
  names: ReadonlyMap<string, string>,
  fallback: string,
): Named | null {
  return id === undefined ? null : { id, name: names.get(id) ?? fallback }
}
