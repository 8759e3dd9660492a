import { and, eq, isNull } from 'drizzle-orm'
import type { Statements } from '../db/database.ts'
import { assets, brands } from '../db/schema.ts'
import type { BrandBrief, BrandLogo } from '../models/brand-brief.ts'
import type { Storage } from '../storage/storage.ts'
import { isEmpty } from './brand-fields.ts'
import type { BrandRecord } from './brand-view.ts'
import { relevantPassages } from './sources/relevant-passages.ts'

/**
 * What a model is told about a brand; undefined when there is no brand (any more). With `about`, what
 * its sources say of that is told too.
 */
export async function loadBrief(
  from: { readonly db: Statements; readonly storage: Storage },
  workspaceId: string,
  brandId: string | undefined,
  about?: string,
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
  const [logo, sources] = await Promise.all([
    loadLogo(from.storage, found.logoKey, found.logoType),
    about === undefined ? [] : relevantPassages(from.db, workspaceId, brandId, about),
  ])
  return briefFrom(found.brand, { logo, sources })
}

/** The identity first, then the facts, for whom, about what, and last what others wrote. */
function briefFrom(
  brand: BrandRecord,
  { logo, sources }: Pick<BrandBrief, 'logo' | 'sources'>,
): BrandBrief {
  const { identity, name, description, language, tone, audience, themes, lines } = brand
  const { avoidedWords, colors, fonts } = brand
  const told = { description, language, tone, avoidedWords, audience, themes, lines, colors, fonts }
  return { ...known({ identity }), name, ...known({ ...told, sources }), ...(logo && { logo }) }
}

function known<Facts extends object>(facts: Facts): Partial<Facts> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => !isEmpty(value)),
  ) as Partial<Facts>
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
