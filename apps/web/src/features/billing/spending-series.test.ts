import type { Spending } from '@rheos/contract'
import { describe, expect, it } from 'vitest'
import { forecastSentence, spendingSeries } from './spending-series.ts'

const start = '2026-11-10T12:00:00.000Z'
const end = '2026-12-10T12:00:00.000Z'
const at = (iso: string) => Date.parse(iso)

function spending(...spent: number[]): Spending {
  const days = spent.map((each, index) => ({ date: `2026-11-${10 + index}`, spent: each }))
  return { cycle: { start, end }, allowance: 400, days }
}

describe('spending over a cycle', () => {
  it('adds the days up to now', () => {
    const { points, spent } = spendingSeries(spending(5, 0, 20), at('2026-11-12T06:00:00Z'))
    expect(spent).toBe(25)
    expect(points).toEqual([
      { at: at(start), spent: 0 },
      { at: at('2026-11-11T00:00:00Z'), spent: 5 },
      { at: at('2026-11-12T00:00:00Z'), spent: 5 },
      { at: at('2026-11-12T06:00:00Z'), spent: 25 },
    ])
  })

  it('draws the pace on to the end once two days have passed', () => {
    const series = spendingSeries(spending(5, 5, 5, 5), at('2026-11-13T12:00:00Z'))
    expect(series.forecast).toBe(200)
    expect(series.points.at(-2)).toEqual({
      at: at('2026-11-13T12:00:00Z'),
      spent: 20,
      forecast: 20,
    })
    expect(series.points.at(-1)).toEqual({ at: at(end), forecast: 200 })
  })

  it('says it in words', () => {
    expect(forecastSentence({ spent: 0, forecast: undefined }, 400)).toContain('Nothing spent')
    expect(forecastSentence({ spent: 20, forecast: 200 }, 400)).toContain('about 200 by the reset')
    expect(forecastSentence({ spent: 200, forecast: 600 }, 400)).toContain('run out')
  })
})
