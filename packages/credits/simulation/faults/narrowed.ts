import type { AccountState, Grant, StateRequest } from '@rheos/credits'

/**
 * As little of an account as a store may load for a request: a memory store loads all of it, and
 * would hide that a command needs more than it asked for.
 */
export function narrowed(state: AccountState, { wanted, now }: StateRequest): AccountState {
  const operations = only(state.operations, wanted.operationIds)
  const named = new Set(wanted.grantIds)
  for (const { lines } of operations.values()) for (const line of lines) named.add(line.grantId)
  const at = Math.max(now, state.lastAt)
  const grants = new Map<string, Grant>()
  for (const [id, grant] of state.grants) {
    if (named.has(id) || isUnfinished(grant, at) || isOfCycle(grant, at)) grants.set(id, grant)
  }
  return {
    ...state,
    operations,
    grants,
    reversals: only(state.reversals, wanted.reversalIds),
    adjustments: only(state.adjustments, wanted.adjustmentIds),
  }
}

function isUnfinished({ available, held, endsAt }: Grant, at: number): boolean {
  return available > 0 || held > 0 || endsAt > at
}

/** It says that the cycle is open, also when it was ended early. */
function isOfCycle({ kind, startsAt }: Grant, at: number): boolean {
  return kind === 'allowance' && startsAt > at - 32 * DAY_MS
}

const DAY_MS = 86_400_000

function only<T>(records: ReadonlyMap<string, T>, ids: readonly string[]): ReadonlyMap<string, T> {
  const found = new Map<string, T>()
  for (const id of ids) {
    const record = records.get(id)
    if (record !== undefined) found.set(id, record)
  }
  return found
}
