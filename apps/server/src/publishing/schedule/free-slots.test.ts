import { expect, it } from 'vitest'
import { defaultSlots, freeSlots } from './free-slots.ts'

const now = Date.parse('2026-11-26T12:29:30Z')
const london = defaultSlots('Europe/London')

it('gives the next slots in their order, over a weekend', () => {
  const items = freeSlots(london, new Set(), now, 6)
  expect(items.map(({ wallTime }) => wallTime)).toEqual([
    '2026-11-26T17:00',
    '2026-11-27T09:00',
    '2026-11-27T12:30',
    '2026-11-27T17:00',
    '2026-11-30T09:00',
    '2026-11-30T12:30',
  ])
})

it('passes over what is taken', () => {
  const taken = new Set([Date.parse('2026-11-26T17:00Z'), Date.parse('2026-11-27T12:30Z')])
  const items = freeSlots(london, taken, now, 2)
  expect(items.map(({ at }) => at)).toEqual([
    '2026-11-27T09:00:00.000Z',
    '2026-11-27T17:00:00.000Z',
  ])
})

it('finds nothing where a brand has no slots', () => {
  expect(freeSlots({ timeZone: 'Europe/London', slots: [] }, new Set(), now, 3)).toEqual([])
})

it('counts days by the wall of the place', () => {
  const [first] = freeSlots(defaultSlots('Pacific/Auckland'), new Set(), now, 1)
  expect(first).toMatchObject({ wallTime: '2026-11-27T09:00', at: '2026-11-26T20:00:00.000Z' })
})
