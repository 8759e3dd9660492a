import { describe, expect, test } from 'vitest'
import type { AccountState } from '../account-state.ts'
import { NOT_ALERTED } from '../alert.ts'
import type { Grant } from '../grant.ts'
import { DAY_MS } from '../instant.ts'
import type { OperationRecord } from '../operation.ts'
import { FIXTURE_START } from '../testing/index.ts'
import { Snapshots } from './snapshots.ts'

const NOW = FIXTURE_START + 29 * DAY_MS

function stateOf(id: string, changes: Partial<AccountState> = {}): AccountState {
  const allowance = { credits: 400, anchor: FIXTURE_START, pausesAtZero: false }
  return {
    account: { id, allowance, allowanceSeq: 1, createdAt: FIXTURE_START },
    grants: new Map(),
    operations: new Map(),
    reversals: new Map(),
    adjustments: new Map(),
    openOperations: 0,
    lastSeq: 0,
    lastAt: NOW,
    version: 1,
    alerted: NOT_ALERTED,
    ...changes,
  }
}

function grantOf(id: string, changes: Partial<Grant>): readonly [string, Grant] {
  const none = { available: 0, held: 0, spent: 5, expired: 0, amount: 5 }
  const window = { startsAt: FIXTURE_START, endsAt: NOW, createdAt: FIXTURE_START }
  const facts = { id, accountId: 'a', kind: 'granted', reason: 'test', actor: {} } as const
  return [id, { ...facts, ...window, ...none, ...changes }]
}

const OPEN = 20

/** The first of them are open. */
function operationsOf(count: number): ReadonlyMap<string, OperationRecord> {
  const records = Array.from({ length: count }, (_, n) => {
    const state = n < OPEN ? 'held' : 'settled'
    const operation = { id: `op-${n}`, state } as OperationRecord['operation']
    return [`op-${n}`, { operation, request: {}, lines: [] } as unknown as OperationRecord] as const
  })
  return new Map(records)
}

describe('snapshots of accounts', () => {
  test('[C31] what is dropped is not decided on again', () => {
    const snapshots = new Snapshots(2)
    snapshots.keep(stateOf('a'))
    expect(snapshots.get('a')?.version).toBe(1)
    snapshots.drop('a')
    expect(snapshots.get('a')).toBeUndefined()
  })

  test('[C31] only the most recently used are kept', () => {
    const snapshots = new Snapshots(2)
    for (const id of ['a', 'b', 'a', 'c']) snapshots.keep(stateOf(id))
    const kept = ['a', 'b', 'c'].filter((id) => snapshots.get(id))
    expect(kept).toEqual(['a', 'c'])
  })

  test('[C31] grants that are finished are left out, all others stay', () => {
    const snapshots = new Snapshots(1)
    const grants = new Map([
      grantOf('over', {}),
      grantOf('with-rest', { available: 1, amount: 6 }),
      grantOf('with-hold', { held: 1, amount: 6 }),
      grantOf('live', { endsAt: NOW + 1 }),
      grantOf('to-come', { startsAt: NOW + 1, endsAt: NOW + 2 }),
    ])
    snapshots.keep(stateOf('a', { grants }))
    const kept = [...(snapshots.get('a')?.grants.keys() ?? [])]
    expect(kept).toEqual(['with-rest', 'with-hold', 'live', 'to-come'])
  })

  test("[C29] the present cycle's grant stays, also when it ended before its cycle", () => {
    const snapshots = new Snapshots(1)
    const startsAt = Date.UTC(2026, 1, 28, 9, 20)
    const cycleGrant = grantOf('early', { kind: 'allowance', startsAt, endsAt: NOW })
    snapshots.keep(stateOf('a', { grants: new Map([cycleGrant]) }))
    expect(snapshots.get('a')?.grants.has('early')).toBe(true)
  })

  test('[C11] what is open is kept, and of what has ended the latest', () => {
    const snapshots = new Snapshots(1)
    const keep = (count: number) => {
      snapshots.keep(stateOf('a', { operations: operationsOf(count), openOperations: OPEN }))
      return snapshots.get('a')?.operations
    }
    expect(keep(OPEN + 8)?.size).toBe(OPEN + 8)
    const kept = keep(OPEN + 9)
    expect(kept?.size).toBe(OPEN + 4)
    expect([kept?.has('op-0'), kept?.has(`op-${OPEN}`)]).toEqual([true, false])
    expect(kept?.has(`op-${OPEN + 8}`)).toBe(true)
  })
})
