import { describe, expect, it } from 'vitest'
import { thinHistory } from './thin-history.ts'

const every = (minutes: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({ number: at + 1, at: at * minutes * 60_000 }))

describe('thinning a history', () => {
  it('lets go of nothing while there is room', () => {
    expect(thinHistory(every(5, 100), 100)).toEqual([])
  })

  it('keeps the first and the newest', () => {
    const gone = thinHistory(every(5, 300), 100)
    expect(gone).toHaveLength(200)
    expect(gone).not.toContain(1)
    for (let number = 281; number <= 300; number += 1) expect(gone).not.toContain(number)
  })

  it('lets go of what stands closest to its neighbours', () => {
    const far = { number: 2, at: 86_400_000 }
    const close = [3, 4, 5].map((number) => ({ number, at: 86_400_000 * 2 + number }))
    const newest = Array.from({ length: 20 }, (_, at) => ({
      number: 6 + at,
      at: 86_400_000 * (3 + at),
    }))
    expect(thinHistory([{ number: 1, at: 0 }, far, ...close, ...newest], 24)).toEqual([4])
  })

  it('one at a time gives what stays a spread over the whole time', () => {
    let kept = every(5, 1)
    for (const next of every(5, 2000).slice(1)) {
      const all = [...kept, next]
      const gone = thinHistory(all, 100)
      kept = all.filter(({ number }) => !gone.includes(number))
    }
    expect(kept).toHaveLength(100)
    expect(kept[0]?.number).toBe(1)
    const gaps = kept.slice(1, 80).map(({ at }, index) => at - (kept[index]?.at ?? 0))
    expect(Math.max(...gaps)).toBeLessThan(2000 * 5 * 60_000 * 0.2)
  })

  it('works where there is room for a few only', () => {
    expect(thinHistory(every(5, 5), 3)).toHaveLength(2)
  })
})
