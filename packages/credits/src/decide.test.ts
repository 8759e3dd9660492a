import { describe, expect, test } from 'vitest'
import type { AccountState } from './account-state.ts'
import { NOT_ALERTED } from './alert.ts'
import { decide } from './decide.ts'
import { FIXTURE_LEASE_MS, FIXTURE_PRICES, FIXTURE_START, holdOf } from './testing/index.ts'

const allowance = { credits: 400, anchor: FIXTURE_START, pausesAtZero: false }
const account = { id: 'a', allowance, allowanceSeq: 1, createdAt: FIXTURE_START }
const opened: AccountState = {
  account,
  grants: new Map(),
  operations: new Map(),
  reversals: new Map(),
  adjustments: new Map(),
  openOperations: 0,
  lastSeq: 0,
  lastAt: FIXTURE_START,
  version: 0,
  alerted: NOT_ALERTED,
}
const end = { accountId: 'a', operationId: 'op' } as const
const policy = {
  priceBook: FIXTURE_PRICES,
  openOperationsMax: 10,
  leaseMs: FIXTURE_LEASE_MS,
}
const at = (ms: number) => ({ ...policy, now: FIXTURE_START + ms, freshId: `grant-${ms}` })

function running(): AccountState {
  const { state } = decide(opened, { type: 'hold', ...holdOf('a', 'op') }, at(0))
  return decide(state, { type: 'start', ...end }, at(0)).state
}

describe('decide', () => {
  test('[C9] goes on from the account it leaves behind', () => {
    const { state, outcome } = decide(running(), { type: 'settle', ...end, quantity: 1 }, at(1))
    expect(outcome).toMatchObject({ kind: 'settled', spent: 5 })
    expect(state.grants.get('grant-0')).toMatchObject({ available: 395, held: 0, spent: 5 })
    expect(state).toMatchObject({ openOperations: 0, lastSeq: 3 })
  })

  test('[C10] leaves the account it was given as it is', () => {
    const before = running()
    const grant = before.grants.get('grant-0')
    decide(before, { type: 'release', ...end, reason: 'cancelled' }, at(1))
    expect(before.grants.get('grant-0')).toEqual(grant)
    expect(before.operations.get('op')?.operation.state).toBe('running')
  })

  test('[C15] the reaper leaves what was renewed or ended since it looked', () => {
    const lapse = { type: 'lapse', ...end } as const
    const renewed = decide(running(), { type: 'renew', ...end }, at(1)).state
    const early = decide(renewed, lapse, at(FIXTURE_LEASE_MS))
    expect(early.outcome).toEqual({ kind: 'rejected', reason: 'not_lapsed' })
    expect(early.changes).toMatchObject({ updated: [], entries: [] })
    const settled = decide(renewed, { type: 'settle', ...end, quantity: 1 }, at(2)).state
    const late = decide(settled, lapse, at(2 * FIXTURE_LEASE_MS))
    expect(late.outcome).toMatchObject({ reason: 'operation_ended', operation: { spent: 5 } })
    expect(late.changes).toMatchObject({ updated: [], entries: [] })
    const lapsed = decide(renewed, lapse, at(FIXTURE_LEASE_MS + 1))
    expect(lapsed.outcome).toMatchObject({ kind: 'released', released: 5 })
  })
})
