import type { Brand, BrandLogo } from '@rheos/contract'
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
    logo: logoView(brand, brand.logoAssetId, brand.logoAlt),
    logoOnDark: logoView(brand, brand.logoOnDarkId, brand.logoOnDarkAlt),
    logoIcon: logoView(brand, brand.logoIconId, brand.logoIconAlt),
    colors: brand.colors,
    fonts: brand.fonts,
    tone: brand.tone,
    audience: brand.audience,
    themes: brand.themes,
    lines: brand.lines,
    avoidedWords: brand.avoidedWords,
    identity: brand.identity,
    origins: brand.origins,
    revision: brand.revision,
    createdAt: isoInstant(brand.createdAt),
    updatedAt: isoInstant(brand.updatedAt),
  }
}

function logoView(brand: BrandRecord, assetId: string | null, alt: string): BrandLogo | null {
  return assetId === null ? null : { assetId, url: contentUrl(brand.workspaceId, assetId), alt }
}
