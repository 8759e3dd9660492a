import { and, eq, isNull } from 'drizzle-orm'
import type { Statements } from '../db/database.ts'
import { assets, brands } from '../db/schema.ts'
import type { BrandBrief, BrandLogo } from '../models/brand-brief.ts'
import type { Storage } from '../storage/storage.ts'
import { isEmpty } from './brand-fields.ts'
import type { BrandRecord } from './brand-view.ts'

/** What a model is told about a brand; undefined when there is no brand (any more). */
export async function loadBrief(
  from: { readonly db: Statements; readonly storage: Storage },
  workspaceId: string,
  brandId: string | undefined,
): Promise<BrandBrief | undefined> {
  if (brandId === undefined) return undefined
  const [found] = await from.db
    .select({ brand: brands, logoKey: assets.storageKey, logoType: assets.mediaType })
    .from(brands)
    .leftJoin(
      assets,
      and(
        eq(assets.workspaceId, brands.workspaceId),
        eq(assets.id, brands.logoAssetId),
        isNull(assets.deletedAt),
      ),
    )
    .where(
      and(eq(brands.workspaceId, workspaceId), eq(brands.id, brandId), isNull(brands.deletedAt)),
    )
  if (found === undefined) return undefined
  return briefFrom(found.brand, await loadLogo(from.storage, found.logoKey, found.logoType))
}

function briefFrom(brand: BrandRecord, logo: BrandLogo | undefined): BrandBrief {
  const { name, description, language, tone, audience, themes, identity, colors, fonts } = brand
  const facts = { description, language, tone, audience, themes, identity, colors, fonts }
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => !isEmpty(value)))
  return { name, ...known, ...(logo && { logo }) }
}

/** A logo that the storage has lost is done without. */
async function loadLogo(
  storage: Storage,
  key: string | null,
  mediaType: string | null,
): Promise<BrandLogo | undefined> {
  if (key === null || mediaType === null) return undefined
  const bytes = await storage.get(key)
  return bytes && { bytes, mediaType }
}
