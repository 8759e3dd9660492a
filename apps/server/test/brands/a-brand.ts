import type { BrandRecord } from '../../src/brands/brand-view.ts'

/** A brand that nobody has filled in yet, but for what is given. */
export function aBrand(given: Partial<BrandRecord> = {}): BrandRecord {
  return {
    workspaceId: 'w',
    id: 'b',
    kind: 'business',
    name: 'My brand',
    pinned: false,
    website: null,
    description: '',
    language: '',
    logoAssetId: null,
    colors: {},
    fonts: {},
    tone: [],
    audience: [],
    themes: [],
    lines: { audience: {}, themes: {} },
    avoidedWords: [],
    logoAlt: '',
    logoOnDarkId: null,
    logoOnDarkAlt: '',
    logoIconId: null,
    logoIconAlt: '',
    identity: '',
    origins: {},
    revision: 1,
    createdAt: 0,
    updatedAt: 0,
    deletedAt: null,
    ...given,
  }
}
