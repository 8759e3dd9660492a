import type { Brand } from '@rheos/contract'
import { isoInstant } from '../clock.ts'
import type { brands } from '../db/schema.ts'
import { contentUrl } from '../library/asset-view.ts'

/** A brand as it is stored. */
export type BrandRecord = typeof brands.$inferSelect

export function brandView(brand: BrandRecord): Brand {
  return {
    id: brand.id,
    kind: brand.kind,
    name: brand.name,
    pinned: brand.pinned,
    website: brand.website,
    description: brand.description,
    language: brand.language,
    logo:
      brand.logoAssetId === null
        ? null
        : { assetId: brand.logoAssetId, url: contentUrl(brand.workspaceId, brand.logoAssetId) },
    colors: brand.colors,
    fonts: brand.fonts,
    tone: brand.tone,
    audience: brand.audience,
    themes: brand.themes,
    identity: brand.identity,
    origins: brand.origins,
    revision: brand.revision,
    createdAt: isoInstant(brand.createdAt),
    updatedAt: isoInstant(brand.updatedAt),
  }
}
