import type {
  HoldOutcome,
  Operation,
  ReleaseOutcome,
  RenewOutcome,
  SettleOutcome,
  StartOutcome,
} from '@rheos/credits'
import type { Fact } from './messages.ts'

type Outcome = HoldOutcome | StartOutcome | RenewOutcome | SettleOutcome | ReleaseOutcome
type Target = Pick<Fact, 'accountId' | 'operationId'>

/** Refusals that are kept and given again. */
const REFUSALS: readonly string[] = ['insufficient', 'paused', 'price_changed', 'too_many_open']

/** What an answer says of the operation. `undefined` for one that nobody should get. */
export function factOfAnswer(target: Target, outcome: Outcome): Fact | undefined {
  if ('operation' in outcome) return factOf(outcome.operation)
  if (outcome.kind !== 'rejected') return { ...target, state: 'open' }
  const { reason } = outcome
  if (REFUSALS.includes(reason)) return { ...target, state: 'refused', reason }
  if (reason === 'lease_lapsed') return { ...target, state: 'lapsed' }
  // Started the first time, when the answer was lost.
  return reason === 'already_started' ? { ...target, state: 'open' } : undefined
}

export function factOf(operation: Operation): Fact {
  const { accountId, id: operationId, state, spent, released, reason } = operation
  if (state === 'held' || state === 'running') return { accountId, operationId, state: 'open' }
  if (state !== 'refused') return { accountId, operationId, state, spent, released }
  return { accountId, operationId, state, ...(reason !== undefined && { reason }) }
}
