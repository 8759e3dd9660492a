import { describe, expect, it } from 'vitest'
import { resetText, resetTextLong } from './reset-text.ts'

describe('when credits are reset', () => {
  it('names the zone', () => {
    expect(resetText('2026-12-14T09:20:00Z', 'Europe/London')).toBe('14\u00a0Dec, 09:20\u00a0GMT')
    expect(resetText('2026-07-14T09:20:00Z', 'Europe/London')).toBe('14\u00a0Jul, 10:20\u00a0BST')
    expect(resetText('2026-12-14T23:20:00Z', 'Asia/Tokyo')).toBe('15\u00a0Dec, 08:20\u00a0GMT+9')
    expect(resetTextLong('2026-12-14T00:05:00Z', 'UTC')).toBe('14\u00a0December, 00:05\u00a0UTC')
  })
})
