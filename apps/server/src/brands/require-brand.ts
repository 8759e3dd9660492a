import { and, eq, isNull } from 'drizzle-orm'
import type { Statements } from '../db/database.ts'
import { brands } from '../db/schema.ts'
import { notFound } from '../refusal.ts'

/** Refuses when the workspace has no such brand, or it was deleted. */
export async function requireBrand(
  db: Statements,
  workspaceId: string,
  brandId: string,
): Promise<void> {
  const [found] = await db
    .select({ id: brands.id })
    .from(brands)
    .where(
      and(eq(brands.workspaceId, workspaceId), eq(brands.id, brandId), isNull(brands.deletedAt)),
    )
  if (found === undefined) throw notFound('brand')
}

export async function requireBrandIfAny(
  db: Statements,
  workspaceId: string,
  brandId: string | undefined,
): Promise<void> {
  if (brandId !== undefined) await requireBrand(db, workspaceId, brandId)
}
