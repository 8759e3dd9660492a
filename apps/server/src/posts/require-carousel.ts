import { and, eq, isNull } from 'drizzle-orm'
import { carouselsTable as carousels } from '../db/carousels-table.ts'
import type { Statements } from '../db/database.ts'
import { notFound } from '../refusal.ts'

/** Refuses a carousel that the workspace does not have, or that was deleted. */
export async function requireCarousel(
  db: Statements,
  workspaceId: string,
  carouselId: string,
): Promise<void> {
  if (!(await isKnownCarousel(db, workspaceId, carouselId))) throw notFound('carousel')
}

export async function isKnownCarousel(
  db: Statements,
  workspaceId: string,
  carouselId: string,
): Promise<boolean> {
  const found = await db
    .select({ id: carousels.id })
    .from(carousels)
    .where(
      and(
        eq(carousels.workspaceId, workspaceId),
        eq(carousels.id, carouselId),
        isNull(carousels.deletedAt),
      ),
    )
  return found.length > 0
}
