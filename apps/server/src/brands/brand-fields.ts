import type { BrandField, Origin } from '@rheos/contract'
import type { BrandRecord } from './brand-view.ts'

/** The column that holds each field of a brand. */
const columns = {
  name: 'name',
  website: 'website',
  description: 'description',
  language: 'language',
  logo: 'logoAssetId',
  colors: 'colors',
  fonts: 'fonts',
  tone: 'tone',
  audience: 'audience',
  themes: 'themes',
  identity: 'identity',
} as const satisfies Record<BrandField, keyof BrandRecord>

/** What of a brand can be written, without its revision and instants. */
export type BrandValues = Partial<Pick<BrandRecord, (typeof columns)[BrandField]>>

export function fieldValue(
  brand: BrandRecord,
  field: BrandField,
): BrandRecord[(typeof columns)[BrandField]] {
  return brand[columns[field]]
}

export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.values(value).every(isEmpty)
}

/** Equal as JSON, whatever the order of keys; a key without a value counts as absent. */
export function sameValue(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

/**
 * The origins after `values` were written by `origin`. A value that is as it was keeps where it came
 * from, so that saving a whole form does not claim every field; an emptied field came from nowhere.
 */
export function originsAfter(
  brand: BrandRecord,
  values: BrandValues,
  origin: Origin,
): BrandRecord['origins'] {
  const origins = { ...brand.origins }
  for (const [field, column] of entries(columns)) {
    const value = values[column]
    if (value === undefined || sameValue(value, brand[column])) continue
    if (isEmpty(value)) delete origins[field]
    else origins[field] = origin
  }
  return origins
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

function entries<Key extends string, Value>(record: Record<Key, Value>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][]
}
