import type { Brand } from '@rheos/contract'
import { classNames } from '../../ui/class-names.ts'

/** A brand's logo, or the first letter of its name. */
export function BrandMark({
  brand,
  large = false,
}: {
  readonly brand: Brand
  readonly large?: boolean
}) {
  const size = large ? 'size-10' : 'size-7'
  if (brand.logo !== null) {
    return (
      <span
        className={classNames(
          size,
          'checkered flex shrink-0 items-center justify-center overflow-hidden rounded-md border border-line',
        )}
      >
        <img src={brand.logo.url} alt="" className="max-h-full max-w-full object-contain" />
      </span>
    )
  }
  return (
    <span
      aria-hidden="true"
      className={classNames(
        size,
        'flex shrink-0 items-center justify-center rounded-md bg-accent-soft text-sm font-semibold text-accent-ink',
      )}
    >
      {firstLetter(brandName(brand))}
    </span>
  )
}

/** What a brand is called, also before it has a name. */
export function brandName(brand: Brand): string {
  return brand.name !== '' ? brand.name : (siteName(brand.website) ?? 'New brand')
}

function siteName(website: string | null): string | undefined {
  return website === null ? undefined : website.replace(/^https?:\/\/(www\.)?/, '').split('/')[0]
}

/** Not `name[0]`, which would cut an emoji or a composed letter in half. */
function firstLetter(name: string): string {
  return new Intl.Segmenter().segment(name).containing(0)?.segment.toLocaleUpperCase() ?? ''
}
