import type { Credits, Notice } from '@rheos/contract'
import { expect, it } from 'vitest'
import { currentNotice } from './current-notice.ts'

const start = '2026-11-14T09:20:00Z'

const low: Notice = {
  id: 'low',
  kind: 'running_low',
  at: '2026-11-20T09:20:00Z',
  balance: 75,
  cycleStart: start,
}
const last: Notice = { ...low, id: 'last', kind: 'last_image', balance: 5 }

function having(balance: number, cycleStart = start): Credits {
  return {
    plan: 'free',
    allowance: 400,
    balance,
    available: balance,
    held: 0,
    spent: 0,
    resetsAt: '2026-12-14T09:20:00Z',
    cycle: { start: cycleStart, end: '2026-12-14T09:20:00Z' },
    paused: false,
    grants: [],
  }
}

it('is the newest, of this cycle, while it holds', () => {
  expect(currentNotice([last, low], having(5))).toBe(last)
  expect(currentNotice([low], having(60))).toBe(low)
  expect(currentNotice([low], having(380))).toBeUndefined()
  expect(currentNotice([last, low], having(60))).toBeUndefined()
  expect(currentNotice([low], having(75, '2026-12-14T09:20:00Z'))).toBeUndefined()
  expect(currentNotice([], having(5))).toBeUndefined()
  expect(currentNotice([low], undefined)).toBeUndefined()
})
