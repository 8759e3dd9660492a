import type { Instant, Policy } from '@rheos/credits'
import type { Random } from '../../test/random.ts'

const DAY_MS = 86_400_000

/** A product's policy, small enough that its bounds are met all the time. */
export function policyFrom(start: Instant, random: Random): Policy {
  const first = { 'image.standard': 5, 'image.pro': 10, 'text.post': 0 }
  // The same total under another version is no difference; another total is.
  const second = { ...first, 'image.standard': 7 }
  const third = { ...second, 'text.post': 1 }
  const changeAt = start + random.pick([100, 400, DAY_MS, DAY_MS])
  return {
    priceBook: {
      versions: [
        { version: 1, effectiveFrom: 0, prices: first },
        { version: 2, effectiveFrom: changeAt, prices: second },
        { version: 3, effectiveFrom: changeAt + 50 * DAY_MS, prices: third },
      ],
    },
    openOperationsMax: random.between(2, 5),
    // A short one lapses while others look.
    leaseMs: random.pick([30_000, 100, 40, 40]),
    alerts: [
      { id: 'used-80', when: { usedPercent: 80 } },
      { id: 'one-image', when: { lastOf: 'image.standard' } },
      { id: 'empty', when: { left: 0 } },
    ],
  }
}
