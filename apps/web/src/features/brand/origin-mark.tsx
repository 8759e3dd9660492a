import type { Brand, BrandField } from '@rheos/contract'

/** Says where the present value of a field came from. */
export function OriginMark({
  brand,
  field,
}: {
  readonly brand: Brand
  readonly field: BrandField
}) {
  const origin = brand.origins[field]
  if (origin === undefined) return null
  return (
    <span className="text-xs font-normal text-muted">
      {origin === 'hand' ? 'by hand' : 'from website'}
    </span>
  )
}
