import { describe, expect, test } from 'vitest'
import { type ForecastFacts, forecastOf } from './forecast.ts'

const day = (date: string) => Date.parse(`2026-11-${date}T00:00:00Z`)
const cycle = { start: day('01'), end: Date.parse('2026-12-01T00:00:00Z') }

function grant(available: number, endsAt = cycle.end, held = 0) {
  return { available, held, startsAt: cycle.start, endsAt }
}

/** Ten days into a month with 100 credits spent: ten a day. */
function facts(changes: Partial<ForecastFacts> = {}): ForecastFacts {
  const spentByDay = [{ credits: 40 }, { credits: 0 }, { credits: 50 }, { credits: 10 }]
  return { now: day('11'), cycle, grants: [grant(300)], spentByDay, ...changes }
}

describe('where the spending leads', () => {
  test('to nothing, before the reset', () => {
    const grants = [grant(120, cycle.end, 10)]
    expect(forecastOf(facts({ grants }))).toEqual({ kind: 'runs_out', at: day('24') })
  })

  test('past the reset, with what is left then', () => {
    expect(forecastOf(facts())).toEqual({ kind: 'lasts', left: 100 })
    // Nothing is left, and nothing runs out before.
    expect(forecastOf(facts({ grants: [grant(200)] }))).toEqual({ kind: 'lasts', left: 0 })
  })

  test('nowhere while there is no pace', () => {
    const spentByDay = [{ credits: 40 }, { credits: 50 }, { credits: 0 }]
    expect(forecastOf(facts({ spentByDay }))).toBeUndefined()
    expect(forecastOf(facts({ now: day('03') }))).toBeUndefined()
    expect(forecastOf(facts({ grants: [grant(0)] }))).toBeUndefined()
    expect(forecastOf(facts({ grants: [] }))).toBeUndefined()
  })

  test('a grant that ends sooner is used first, and what it has left then is lost', () => {
    // 50 of 80 are used until the 16th, 150 of 300 after.
    const grants = [grant(300), grant(80, day('16'))]
    expect(forecastOf(facts({ grants }))).toEqual({ kind: 'lasts', left: 150 })
    // Used up by the 14th, and the other ends on the 16th with 20 more.
    const both = [grant(40, day('16')), grant(30, day('14'))]
    expect(forecastOf(facts({ grants: both }))).toEqual({ kind: 'runs_out', at: day('16') })
  })

  test('counts what outlives the reset, and nothing that has ended or not begun', () => {
    const grants = [
      grant(200),
      grant(70, Date.parse('2026-12-20T00:00:00Z')),
      grant(500, day('05')),
      { ...grant(500), startsAt: day('12') },
    ]
    expect(forecastOf(facts({ grants }))).toEqual({ kind: 'lasts', left: 70 })
  })
})
