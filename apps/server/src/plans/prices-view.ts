import type { Prices, PriceVersion } from '@rheos/contract'
import { type PriceBook, type PriceBookVersion, priceBookAt } from '@rheos/credits'
import { type Instant, isoInstant } from '../clock.ts'

/** The prices of now, with those of before and those that are announced. */
export function pricesView(book: PriceBook, now: Instant): Prices {
  return {
    ...versionView(priceBookAt(book, now)),
    versions: book.versions.map(versionView).reverse(),
  }
}

function versionView({ version, effectiveFrom, prices }: PriceBookVersion): PriceVersion {
  return { version, effectiveFrom: isoInstant(effectiveFrom), prices: { ...prices } }
}
