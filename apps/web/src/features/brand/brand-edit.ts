import type { Brand, BrandChange } from '@rheos/contract'

/** The fields of a brand that are edited by hand on its page. */
export type BrandEdit = Omit<BrandChange, 'revision' | 'pinned'>

/** The brand as it will be once `edit` is saved. */
export function viewOf(brand: Brand, edit: BrandEdit): Brand {
  const { logoAssetId, ...fields } = edit
  const view = { ...brand, ...defined(fields) } as Brand
  return logoAssetId === null ? { ...view, logo: null } : view
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
  return field === 'logoAssetId' ? (brand.logo?.assetId ?? null) : brand[field]
}

function defined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
