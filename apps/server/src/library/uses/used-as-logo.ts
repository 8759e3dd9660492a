import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { brands } from '../../db/schema.ts'
import { type UseQuery, usesMax } from './asset-use.ts'

const { logoAssetId, logoOnDarkId, logoIconId } = brands
const logos = [logoAssetId, logoOnDarkId, logoIconId]

/** The brands that have a picture as one of their logos. */
export const usedAsLogo: UseQuery = async (db, workspaceId, assetIds) => {
  const asked = [...assetIds]
  const found = await db
    .select({ id: brands.id, title: brands.name, logoAssetId, logoOnDarkId, logoIconId })
    .from(brands)
    .where(
      and(
        eq(brands.workspaceId, workspaceId),
        or(...logos.map((logo) => inArray(logo, asked))),
        isNull(brands.deletedAt),
      ),
    )
    .limit(usesMax)
  return found.flatMap(({ id, title, ...logo }) =>
    asked
      .filter((assetId) => Object.values(logo).includes(assetId))
      .map((assetId) => ({ assetId, kind: 'brand' as const, id, title, networks: [] })),
  )
}
