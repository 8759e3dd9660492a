import type { BrandBrief } from '../brand-brief.ts'

const identityMax = 6000

/** The brand as data for a model: JSON, so that no text of a website can end its own quotation. */
export function brandFacts(brand: BrandBrief | undefined): string {
  if (!brand) return 'There is no brand: write for a small business in general.'
  const { logo: _logo, identity, ...facts } = brand
  const known = { ...facts, ...(identity && { identity: identity.slice(0, identityMax) }) }
  return `<brand>\n${quoted(known)}\n</brand>`
}

/** Any value as JSON that cannot contain a closing tag. */
export function quoted(value: unknown): string {
  return JSON.stringify(value, undefined, 1).replaceAll('<', '\\u003c')
}
