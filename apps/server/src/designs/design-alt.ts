import type { Design } from '@rheos/contract'
import type { BrandBrief } from '../models/brand-brief.ts'
import { designLayoutRules } from './design-layouts.ts'

const altMax = 1000

/** What is to be read on a design, for those who do not see it. */
export function designAlt(design: Design, brand: Pick<BrandBrief, 'name'> | undefined): string {
  const said = designLayoutRules[design.layout].fields
    .map(({ name }) => design.text[name].replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .join(' – ')
  const by = brand ? ` by ${brand.name}` : ''
  return `Graphic${by} with the words: ${said}`.slice(0, altMax)
}
