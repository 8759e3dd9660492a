import { describe, expect, test } from 'vitest'
import { cycleAt, cycleStart } from './cycle.ts'
import { DAY_MS } from './instant.ts'

const at = (iso: string) => Date.parse(`${iso}Z`)
const day = (instant: number) => new Date(instant).toISOString().slice(0, 10)

describe('cycleStart', () => {
  test.each([
    ['2026-01-28', ['2026-01-28', '2026-02-28', '2026-03-28', '2026-04-28']],
    ['2026-01-29', ['2026-01-29', '2026-02-28', '2026-03-29', '2026-04-29']],
    ['2026-01-30', ['2026-01-30', '2026-02-28', '2026-03-30', '2026-04-30']],
    ['2026-01-31', ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']],
    ['2027-12-29', ['2027-12-29', '2028-01-29', '2028-02-29', '2028-03-29']],
    ['2027-12-31', ['2027-12-31', '2028-01-31', '2028-02-29', '2028-03-31']],
    ['2028-02-29', ['2028-02-29', '2028-03-29', '2028-04-29', '2028-05-29']],
  ])('[C5] counts months from the anchor %s', (anchor, starts) => {
    const counted = starts.map((_, index) => day(cycleStart(at(`${anchor}T00:00`), index)))
    expect(counted).toEqual(starts)
  })

  test('[C5] comes back to the anchor day through five years of month ends', () => {
    for (const anchorDay of [29, 30, 31]) {
      const anchor = Date.UTC(2027, 0, anchorDay, 23, 59, 59, 999)
      for (let index = 0; index < 60; index += 1) {
        const start = new Date(cycleStart(anchor, index))
        const lastDay = new Date(Date.UTC(2027, index + 1, 0)).getUTCDate()
        expect(start.getUTCDate()).toBe(Math.min(anchorDay, lastDay))
        expect(start.getUTCMonth()).toBe(index % 12)
        expect(start.toISOString().slice(11)).toBe('23:59:59.999Z')
      }
    }
  })
})

describe('cycleAt', () => {
  const anchor = at('2026-01-31T09:20')

  test('[C5] ends where the next begins', () => {
    const end = at('2026-02-28T09:20')
    expect(cycleAt(anchor, end - 1)).toEqual({ index: 0, start: anchor, end })
    const second = { index: 1, start: end, end: at('2026-03-31T09:20') }
    expect(cycleAt(anchor, end)).toEqual(second)
  })

  test('[C5] covers every instant by exactly one cycle', () => {
    let before = cycleAt(anchor, anchor)
    for (let now = anchor; now < anchor + 1500 * DAY_MS; now += DAY_MS / 3) {
      const cycle = cycleAt(anchor, now)
      const isNext = cycle.index === before.index + 1 && cycle.start === before.end
      expect(cycle.index === before.index || isNext).toBe(true)
      before = cycle
    }
    expect(before.index).toBe(49)
  })

  test('[C5] is cycle 0 for a clock a little behind the anchor', () => {
    expect(cycleAt(anchor, anchor - 50).index).toBe(0)
  })
})
