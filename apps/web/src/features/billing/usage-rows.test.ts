import type { UsageSummary } from '@rheos/contract'
import { expect, it } from 'vitest'
import { usageRows } from './usage-rows.ts'

const summary: UsageSummary = {
  period: { start: '2026-11-10T12:00:00.000Z', end: '2026-12-10T12:00:00.000Z' },
  credits: 50,
  uses: 6,
  days: [
    { date: '2026-11-10', credits: 45, uses: 5 },
    { date: '2026-11-11', credits: 0, uses: 0 },
    { date: '2026-11-12', credits: 5, uses: 1 },
  ],
  actions: [{ action: 'image.standard', credits: 50, uses: 6 }],
  members: [
    { who: { id: 'ada', name: 'Ada' }, credits: 45, uses: 5 },
    { who: null, credits: 5, uses: 1 },
  ],
  brands: [{ brand: null, credits: 50, uses: 6 }],
  forecast: null,
}

it('sees usage from each side', () => {
  const names = (side: Parameters<typeof usageRows>[1]) =>
    usageRows(summary, side).map(({ name, credits }) => `${name} ${credits}`)
  expect(names('action')).toEqual(['Standard image 50'])
  expect(names('member')).toEqual(['Ada 45', 'Nobody in particular 5'])
  expect(names('brand')).toEqual(['No brand 50'])
  expect(names('day')).toEqual(['Thu 12 November 5', 'Tue 10 November 45'])
})
