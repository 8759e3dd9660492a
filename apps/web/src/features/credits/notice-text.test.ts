import type { Credits } from '@rheos/contract'
import { expect, it } from 'vitest'
import { noticeText } from './notice-text.ts'

const credits: Credits = {
  plan: 'free',
  allowance: 400,
  balance: 75,
  available: 75,
  held: 0,
  spent: 325,
  resetsAt: '2026-12-14T09:20:00Z',
  cycle: { start: '2026-11-14T09:20:00Z', end: '2026-12-14T09:20:00Z' },
  paused: false,
  grants: [],
}

const text = (...[kind, changes]: [Parameters<typeof noticeText>[0], Partial<Credits>?]) =>
  noticeText(kind, { ...credits, ...changes }, 'UTC').replaceAll('\u00a0', ' ')

it('says what is left, and when there is more', () => {
  expect(text('running_low')).toBe('75 of 400 credits are left until 14 December, 09:20 UTC.')
  expect(text('last_image')).toMatch(/one more standard image.*14 December/)
  expect(text('payment_failed')).toMatch(/payment failed.*waits until it is made/)
  const none = { balance: 0, available: 0 }
  expect(text('used_up', { ...none, paused: true })).toMatch(/used up\. AI is paused until 14 Dec/)
  expect(text('used_up', none)).toMatch(/writing goes on/)
})
