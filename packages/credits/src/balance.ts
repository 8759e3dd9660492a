import type { Account } from './account.ts'
import type { Allowance } from './allowance.ts'
import type { Credits } from './credits.ts'
import { type Cycle, cycleAt } from './cycle.ts'
import { compareDrawingOrder, type Grant, hasEnded, isLive } from './grant.ts'
import type { Instant } from './instant.ts'

/** What a balance is computed from, read in one snapshot. */
export interface BalanceFacts {
  readonly account: Account
  /** Every unfinished grant and those of recent cycles. */
  readonly grants: readonly Grant[]
  readonly spentInCycle: Credits
  readonly openOperations: number
  /** The latest moment that anything was decided at. */
  readonly lastAt: Instant
}

export type BalanceGrant = Pick<
  Grant,
  'id' | 'kind' | 'amount' | 'available' | 'held' | 'spent' | 'expired' | 'startsAt' | 'endsAt'
>

/** What an account owns, in whole credits. */
export interface Balance {
  readonly accountId: string
  /** The moment that this is the balance of. */
  readonly at: Instant
  readonly allowance: Allowance
  /** Still owned: available + held of live grants. */
  readonly balance: Credits
  /** Can be set aside now. */
  readonly available: Credits
  /** Set aside for work in progress, of live grants. */
  readonly held: Credits
  /** Spent since the cycle began, less what was reversed of it, of grants alive in this cycle. */
  readonly spentInCycle: Credits
  readonly cycle: Pick<Cycle, 'start' | 'end'>
  readonly resetsAt: Instant
  /** Grants that have not ended, and ended ones with credits still held, in drawing order. */
  readonly grants: readonly BalanceGrant[]
  readonly openOperations: number
}

export function balanceOf(facts: BalanceFacts, now: Instant): Balance {
  const { account, grants, spentInCycle, openOperations } = facts
  const { start, end } = cycleAt(account.allowance.anchor, now)
  const live = grants.filter((grant) => isLive(grant, now))
  const available = live.reduce((sum, grant) => sum + grant.available, 0)
  const held = live.reduce((sum, grant) => sum + grant.held, 0)
  const shown = grants.filter((grant) => !hasEnded(grant, now) || grant.held > 0)
  return {
    accountId: account.id,
    at: now,
    allowance: account.allowance,
    balance: available + held,
    available,
    held,
    spentInCycle,
    cycle: { start, end },
    resetsAt: end,
    grants: shown.sort(compareDrawingOrder).map(balanceGrant),
    openOperations,
  }
}

function balanceGrant(grant: Grant): BalanceGrant {
  const { id, kind, amount, available, held, spent, expired, startsAt, endsAt } = grant
  return { id, kind, amount, available, held, spent, expired, startsAt, endsAt }
}
