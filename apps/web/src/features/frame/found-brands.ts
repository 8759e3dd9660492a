import type { Brand } from '@rheos/contract'
import { brandName } from './brand-mark.tsx'

/** The brands whose name has what is sought in it, accents aside; pinned ones first. */
export function foundBrands(brands: readonly Brand[], sought: string): readonly Brand[] {
  const text = plain(sought.trim())
  return brands
    .filter((brand) => plain(brandName(brand)).includes(text))
    .sort((one, other) => Number(other.pinned) - Number(one.pinned))
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
