import type { BrandBrief } from '../brand-brief.ts'
import { withoutOrders } from '../orders.ts'

const identityMax = 6000

/**
 * The brand as data for a model, its identity before all else, then what others wrote of it: JSON, so
 * that no text of a website or document can end its own quotation.
 */
export function brandFacts(brand: BrandBrief | undefined): string {
  if (!brand) return 'There is no brand: write for a small business in general.'
  const { logo: _logo, identity, sources, ...facts } = brand
  const known = { ...(identity && { identity: identity.slice(0, identityMax) }), ...facts }
  const parts = [`<brand>\n${quoted(withoutOrdersIn(known))}\n</brand>`]
  if (sources?.length) parts.push(`<sources>\n${quoted(withoutOrdersIn(sources))}\n</sources>`)
  return parts.join('\n\n')
}

/** What speaks to a model rather than to people is no fact of a brand. */
function withoutOrdersIn(value: unknown): unknown {
  if (typeof value === 'string') return withoutOrders(value)
  if (Array.isArray(value)) return value.map(withoutOrdersIn)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutOrdersIn(one)]))
}

/** Any value as JSON that cannot contain a closing tag. */
export function quoted(value: unknown): string {
  return JSON.stringify(value, undefined, 1).replaceAll('<', '\\u003c')
}
