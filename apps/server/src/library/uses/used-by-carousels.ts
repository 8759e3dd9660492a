import type { AssetUse } from '@rheos/contract'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { carouselsTable as carousels } from '../../db/carousels-table.ts'
import { type UseQuery, usesMax } from './asset-use.ts'

/** The carousels that have a picture behind the words of a slide. */
export const usedByCarousels: UseQuery = async (db, workspaceId, assetIds) => {
  const { id, title, slides } = carousels
  const behind = sql`exists (
    select 1 from jsonb_array_elements(${slides}) as slide
    where slide->>'backgroundId' = any(${sql.param([...assetIds])}::text[]))`
  const found = await db
    .select({ id, title, slides })
    .from(carousels)
    .where(and(eq(carousels.workspaceId, workspaceId), isNull(carousels.deletedAt), behind))
    .orderBy(desc(carousels.updatedAt))
    .limit(usesMax)
  const asked = new Set(assetIds)
  return found.flatMap((carousel) => usesIn(carousel, asked)).slice(0, usesMax)
}

type ShowingCarousel = Pick<typeof carousels.$inferSelect, 'id' | 'title' | 'slides'>

function usesIn({ id, title, slides }: ShowingCarousel, asked: ReadonlySet<string>): AssetUse[] {
  const shown = new Set(slides.flatMap(({ backgroundId }) => backgroundId ?? []))
  return [...shown]
    .filter((assetId) => asked.has(assetId))
    .map((assetId) => ({ assetId, kind: 'carousel', id, title, networks: [] }))
}
