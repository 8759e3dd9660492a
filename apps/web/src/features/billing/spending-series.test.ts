import type { UsageSummary } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import { forecastText, spendingSeries } from './spending-series.ts'

const period = { start: '2026-11-10T12:00:00.000Z', end: '2026-12-10T12:00:00.000Z' }
const at = (iso: string) => Date.parse(iso)

function summary(forecast: UsageSummary['forecast'], ...spent: number[]): UsageSummary {
  const days = spent.map((credits, n) => ({ date: `2026-11-${10 + n}`, credits, uses: 1 }))
  const credits = spent.reduce((sum, each) => sum + each, 0)
  return { period, days, credits, uses: 1, actions: [], members: [], brands: [], forecast }
}

describe('spending over a cycle', () => {
  it('adds the days up to now', () => {
    const facts = {
      summary: summary(null, 5, 0, 20),
      balance: 375,
      now: at('2026-11-12T06:00:00Z'),
    }
    expect(spendingSeries(facts)).toEqual([
      { at: at(period.start), spent: 0 },
      { at: at('2026-11-11T00:00:00Z'), spent: 5 },
      { at: at('2026-11-12T00:00:00Z'), spent: 5 },
      { at: at('2026-11-12T06:00:00Z'), spent: 25 },
    ])
  })

  it('draws the forecast on, to the end or to where nothing is left', () => {
    const now = at('2026-11-13T12:00:00Z')
    const lasts = summary({ kind: 'lasts', left: 200 }, 5, 5, 5, 5)
    const points = spendingSeries({ summary: lasts, balance: 380, now })
    expect(points.at(-2)).toEqual({ at: now, spent: 20, forecast: 20 })
    expect(points.at(-1)).toEqual({ at: at(period.end), forecast: 200 })
    const on = '2026-11-24T09:00:00.000Z'
    const ends = summary({ kind: 'runs_out', at: on }, 80, 60, 60, 60)
    expect(spendingSeries({ summary: ends, balance: 140, now }).at(-1)).toEqual({
      at: at(on),
      forecast: 400,
    })
  })

  it('says it in words', () => {
    expect(forecastText(summary(null), 400)).toBe('Nothing spent in this cycle yet.')
    expect(forecastText(summary(null, 20), 400)).toBe('20 of 400 spent.')
    expect(forecastText(summary({ kind: 'lasts', left: 120 }, 20), 400)).toBe(
      '20 of 400 spent. At this pace 120 are left at the reset.',
    )
    expect(
      forecastText(summary({ kind: 'runs_out', at: '2026-11-24T12:00:00.000Z' }, 90), 400),
    ).toBe('90 of 400 spent. At this pace 0 on 24 Nov.')
  })
})
