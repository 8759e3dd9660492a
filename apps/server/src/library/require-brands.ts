import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Statements } from '../db/database.ts'
import { brands } from '../db/schema.ts'
import { notFound } from '../refusal.ts'

/** Refuses when one of these is no brand of the workspace, or was deleted. */
export async function requireBrands(
  db: Statements,
  workspaceId: string,
  brandIds: readonly string[],
): Promise<void> {
  const wanted = new Set(brandIds)
  if (wanted.size === 0) return
  const found = await db
    .select({ id: brands.id })
    .from(brands)
    .where(
      and(
        eq(brands.workspaceId, workspaceId),
        inArray(brands.id, [...wanted]),
        isNull(brands.deletedAt),
      ),
    )
  if (found.length < wanted.size) throw notFound('brand')
}
