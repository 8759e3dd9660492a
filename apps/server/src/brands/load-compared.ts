import { and, eq, isNull } from 'drizzle-orm'
import type { Statements } from '../db/database.ts'
import { assets, brands } from '../db/schema.ts'
import type { Compared } from './import-view.ts'

/** The brand that imports are compared with; undefined when it was deleted. */
export async function loadCompared(
  db: Statements,
  workspaceId: string,
  brandId: string,
): Promise<Compared | undefined> {
  const [found] = await db
    .select({ brand: brands, logoKey: assets.storageKey })
    .from(brands)
    .leftJoin(
      assets,
      and(eq(assets.workspaceId, brands.workspaceId), eq(assets.id, brands.logoAssetId)),
    )
    .where(
      and(eq(brands.workspaceId, workspaceId), eq(brands.id, brandId), isNull(brands.deletedAt)),
    )
  return found
}
