import { describe, expect, it } from 'vitest'
import { whenText } from './when.ts'

const now = new Date(2026, 10, 23, 0, 30)

function ago(minutes: number): string {
  return new Date(now.getTime() - minutes * 60_000).toISOString()
}

describe('an instant in words', () => {
  it('counts minutes, then names the day', () => {
    expect(whenText(ago(0), now)).toBe('just now')
    expect(whenText(ago(-5), now)).toBe('just now')
    expect(whenText(ago(59), now)).toBe('59 min ago')
    expect(whenText(ago(61), now)).toBe('yesterday, 23:29')
    expect(whenText(new Date(2026, 10, 20).toISOString(), now)).toBe('20 Nov')
    expect(whenText(new Date(2025, 10, 20).toISOString(), now)).toBe('20 Nov 2025')
  })

  it('says today for an hour of today', () => {
    const evening = new Date(2026, 10, 23, 21, 0)
    expect(whenText(new Date(2026, 10, 23, 14, 5).toISOString(), evening)).toBe('today, 14:05')
  })
})
