import type { UsageItem } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import { usageDays } from './usage-days.ts'

function used(id: string, at: Date, credits: number): UsageItem {
  return {
    id,
    at: at.toISOString(),
    action: 'image.standard',
    quantity: 1,
    unitPrice: 5,
    priceVersion: 2,
    credits,
    outcome: credits > 0 ? 'charged' : 'not_charged',
    why: null,
    who: null,
    brand: null,
    thumbnailUrl: null,
  }
}

describe('usage by day', () => {
  it('keeps the order and adds each day up', () => {
    const now = new Date(2026, 0, 2, 10)
    const days = usageDays(
      [
        used('c', new Date(2026, 0, 2, 9), 5),
        used('b', new Date(2026, 0, 1, 23, 59), 10),
        used('a', new Date(2026, 0, 1, 0, 1), 0),
        used('z', new Date(2025, 11, 24, 12), 20),
      ],
      now,
    )
    expect(days.map(({ label, credits }) => [label, credits])).toEqual([
      ['Today', 5],
      ['Yesterday', 10],
      ['Wednesday 24 December 2025', 20],
    ])
    expect(days[1]?.items.map((item) => item.id)).toEqual(['b', 'a'])
  })
})
