import { isEmpty } from './brand-fields.ts'
import type { BrandRecord } from './brand-view.ts'
import { composeIdentity } from './import/compose-identity.ts'
import type { Finding } from './import/website-import.ts'

const told = ['description', 'audience', 'themes', 'tone', 'language', 'colors', 'fonts'] as const

/** The identity document that follows from a brand's fields; empty when a name is all there is. */
export function identityOf(brand: Pick<BrandRecord, 'name' | (typeof told)[number]>): string {
  const known = told.filter((field) => !isEmpty(brand[field]))
  if (known.length === 0) return ''
  return composeIdentity(
    (['name', ...known] as const).map((field) => findingOf(field, brand[field])),
  )
}

/** True while the identity document is only composed of the fields, so that it may follow them. */
export function isComposed(brand: BrandRecord): boolean {
  return brand.identity !== '' && brand.identity === identityOf(brand)
}

function findingOf(field: Finding['field'], value: unknown): Finding {
  // A brand's fields have the types of their findings, which the union cannot say.
  return { field, value, confidence: 1, evidence: [] } as unknown as Finding
}
