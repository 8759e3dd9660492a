import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { Refusal } from '../../refusal.ts'
import { instantOf, wallTimeAt } from './wall-time.ts'

const iso = (wallTime: string, timeZone: string, second?: boolean) =>
  new Date(instantOf({ wallTime, timeZone }, second)).toISOString()

describe('a wall time', () => {
  it.each([
    ['2026-12-01T09:30', 'Europe/London', '2026-12-01T09:30:00.000Z'],
    ['2026-07-01T09:30', 'Europe/London', '2026-07-01T08:30:00.000Z'],
    ['2026-07-01T09:30', 'Asia/Kathmandu', '2026-07-01T03:45:00.000Z'],
    ['2026-07-01T09:30', 'UTC', '2026-07-01T09:30:00.000Z'],
  ])('%s in %s is %s', (wallTime, timeZone, instant) => {
    expect(iso(wallTime, timeZone)).toBe(instant)
  })

  it('that daylight saving skips is taken as much later as it skips', () => {
    expect(iso('2027-03-28T01:30', 'Europe/London')).toBe('2027-03-28T01:30:00.000Z')
    expect(
      wallTimeAt(
        instantOf({ wallTime: '2027-03-28T01:30', timeZone: 'Europe/London' }),
        'Europe/London',
      ),
    ).toBe('2027-03-28T02:30')
    // Lord Howe Island moves by half an hour.
    expect(
      wallTimeAt(
        instantOf({ wallTime: '2026-10-04T02:10', timeZone: 'Australia/Lord_Howe' }),
        'Australia/Lord_Howe',
      ),
    ).toBe('2026-10-04T02:40')
  })

  it('that comes twice is the first, or when asked for the second', () => {
    expect(iso('2026-10-25T01:30', 'Europe/London')).toBe('2026-10-25T00:30:00.000Z')
    expect(iso('2026-10-25T01:30', 'Europe/London', true)).toBe('2026-10-25T01:30:00.000Z')
    expect(iso('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z')
    expect(iso('2026-11-01T01:30', 'America/New_York', true)).toBe('2026-11-01T06:30:00.000Z')
  })

  it.each([
    ['2026-02-30T09:00', 'Europe/London'],
    ['2027-02-29T09:00', 'Europe/London'],
    ['2026-12-01T09:00', 'Europe/Atlantis'],
    ['2026-12-01T09:00', '+01:00'],
    ['2026-12-01T09:00', 'EST5EDT; drop table'],
  ])('%s in %s is refused in a sentence', (wallTime, timeZone) => {
    expect(() => instantOf({ wallTime, timeZone })).toThrow(Refusal)
  })
})

const zones = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Pacific/Apia',
] as const

/** What the wall says, by the other implementation that is at hand. */
function wallByIntl(instant: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant))
  return parts.replace(' ', 'T').slice(0, 16)
}

test('every minute of every zone is what its wall says, and comes back to itself or its double', () => {
  const minute = 60_000
  const from = Date.UTC(2026, 0, 1) / minute
  fc.assert(
    fc.property(
      fc.integer({ min: from, max: from + 3 * 366 * 24 * 60 }),
      fc.constantFrom(...zones),
      (minutes, timeZone) => {
        const instant = minutes * minute
        const wallTime = wallTimeAt(instant, timeZone)
        expect(wallTime).toBe(wallByIntl(instant, timeZone))
        const both = [instantOf({ wallTime, timeZone }), instantOf({ wallTime, timeZone }, true)]
        expect(both).toContain(instant)
      },
    ),
    { numRuns: 3000 },
  )
})
