import { createHash } from 'node:crypto'
import type { Design } from '@rheos/contract'
import type { BrandBrief } from '../models/brand-brief.ts'

/** Counts up when the same design would look otherwise. */
const edition = 1

/** The same for designs that look the same: of one recipe, in one look of the brand. */
export function designPrint(design: Design, brand: BrandBrief | undefined): string {
  const look = brand && {
    name: brand.name,
    colors: brand.colors,
    fonts: brand.fonts,
    language: brand.language,
  }
  const hash = createHash('sha256').update(JSON.stringify([edition, design, look]))
  if (design.withLogo && brand?.logo) hash.update(brand.logo.bytes)
  return hash.digest('base64url')
}
