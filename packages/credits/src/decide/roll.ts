import type { Account } from '../account.ts'
import { NOBODY } from '../actor.ts'
import { type Cycle, cycleAt } from '../cycle.ts'
import { compareDrawingOrder, type Grant, hasEnded } from '../grant.ts'
import type { Instant } from '../instant.ts'
import type { Journal } from '../journal.ts'

interface Rollable {
  readonly account: Account
  readonly grants: readonly Grant[]
}

/** Whether time alone has changed the account: something expires or a cycle is not open yet. */
export function needsRoll({ account, grants }: Rollable, now: Instant): boolean {
  const cycle = cycleAt(account.allowance.anchor, now)
  return grants.some((grant) => isLeftOver(grant, now)) || !isOpened(cycle, account, grants)
}

/** Expires what ended grants still had, and opens the present cycle: never one that was missed. */
export function rollCycle(journal: Journal, freshId: string): void {
  const leftOver = journal.grants.filter((grant) => isLeftOver(grant, journal.now))
  // In a stated order: what is written must not depend on the order in which a store loads.
  for (const grant of leftOver.sort(compareDrawingOrder)) expire(journal, grant)
  const cycle = cycleAt(journal.account.allowance.anchor, journal.now)
  if (!isOpened(cycle, journal.account, journal.grants)) openCycle(journal, cycle, freshId)
}

function isLeftOver(grant: Grant, now: Instant): boolean {
  return grant.available > 0 && hasEnded(grant, now)
}

function isOpened(cycle: Cycle, account: Account, grants: readonly Grant[]): boolean {
  if (account.allowance.credits === 0) return true
  return grants.some(({ kind, startsAt }) => kind === 'allowance' && startsAt === cycle.start)
}

function expire(journal: Journal, grant: Grant): void {
  const move = { kind: 'expire', from: 'available', to: 'expired', actor: NOBODY } as const
  journal.move({ ...move, grantId: grant.id, amount: grant.available })
}

function openCycle(journal: Journal, cycle: Cycle, freshId: string): void {
  journal.issue({
    id: freshId,
    kind: 'allowance',
    credits: journal.account.allowance.credits,
    startsAt: cycle.start,
    endsAt: cycle.end,
    createdAt: journal.now,
    reason: 'allowance',
    actor: NOBODY,
  })
}
