import type { Brand, BrandChange, BrandLogo } from '@rheos/contract'

/** The fields of a brand that are edited by hand on its page. */
export type BrandEdit = Omit<BrandChange, 'revision' | 'pinned'>

/** The brand as it will be once `edit` is saved. */
export function viewOf(brand: Brand, edit: BrandEdit): Brand {
  const { logoAssetId, logoAlt, logoOnDark, logoIcon, ...fields } = edit
  const main = logoAssetId === undefined ? brand.logo?.assetId : logoAssetId
  return {
    ...brand,
    ...defined(fields),
    logo: logoView(
      brand.logo,
      main ? { assetId: main, alt: logoAlt ?? brand.logo?.alt ?? '' } : null,
    ),
    logoOnDark: logoView(brand.logoOnDark, logoOnDark),
    logoIcon: logoView(brand.logoIcon, logoIcon),
  } as Brand
}

/** The edit that takes `edit` back on `brand`. */
export function changeBack(brand: Brand, edit: BrandEdit): BrandEdit {
  return Object.fromEntries(
    Object.keys(edit).map((field) => [field, fieldOf(brand, field as keyof BrandEdit)]),
  ) as BrandEdit
}

/** Whether a field of `edit` was changed by somebody else between two states of the brand. */
export function collides(edit: BrandEdit, before: Brand, after: Brand): boolean {
  return Object.keys(edit).some((key) => {
    const field = key as keyof BrandEdit
    return JSON.stringify(fieldOf(before, field)) !== JSON.stringify(fieldOf(after, field))
  })
}

function fieldOf(brand: Brand, field: keyof BrandEdit): unknown {
  if (field === 'logoAssetId') return brand.logo?.assetId ?? null
  if (field === 'logoAlt') return brand.logo?.alt ?? ''
  if (field === 'logoOnDark' || field === 'logoIcon') {
    const logo = brand[field]
    return logo === null ? null : { assetId: logo.assetId, alt: logo.alt }
  }
  return brand[field]
}

type EditedLogo = { readonly assetId: string; readonly alt?: string | undefined } | null | undefined

/** Another picture is shown once the server has said where it lies. */
function logoView(present: BrandLogo | null, edited: EditedLogo): BrandLogo | null {
  if (edited === undefined) return present
  if (edited === null || present === null) return null
  return edited.assetId === present.assetId ? { ...present, alt: edited.alt ?? '' } : present
}

function defined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
