import type { PriceBook } from '@rheos/credits'

/** What each AI action costs, in credits. The tariff has changed once; history keeps its price. */
export const priceBook: PriceBook = {
  versions: [
    {
      version: 1,
      effectiveFrom: Date.parse('2026-05-01T00:00:00Z'),
      prices: {
        'image.standard': 10,
        'image.pro': 10,
        'website.import': 20,
        'text.ideas': 5,
        'text.caption': 5,
        'text.post': 5,
      },
    },
    {
      version: 2,
      effectiveFrom: Date.parse('2026-06-01T00:00:00Z'),
      prices: {
        'image.standard': 5,
        'image.pro': 10,
        'website.import': 20,
        'text.ideas': 0,
        'text.caption': 0,
        'text.post': 0,
      },
    },
  ],
}
