import { assert } from '../assert.ts'
import type { Command } from '../command.ts'
import { type Credits, isCredits } from '../credits.ts'
import { type Grant, termEndOf } from '../grant.ts'
import type { Journal } from '../journal.ts'
import { type GrantOutcome, rejected } from '../outcome.ts'

/** A single grant under the caller's id. */
export function decideGrant(journal: Journal, command: Command<'grant'>): GrantOutcome {
  const known = journal.grant(command.grantId)
  if (known && !isSameGrant(known, command)) return rejected('grant_conflict')
  if (known) return { kind: 'granted', grant: known, replayed: true }
  const { grantId: id, credits, startsAt, endsAt, reason, actor } = command
  if (endsAt <= Math.max(startsAt, journal.now)) return rejected('window_over')
  assertExact(journal, credits)
  const window = { startsAt, endsAt, createdAt: journal.now }
  const grant = journal.issue({ id, kind: 'granted', credits, ...window, reason, actor })
  journal.tell({ type: 'granted', grantId: id, credits })
  return { kind: 'granted', grant, replayed: false }
}

/** With the allowance of a next cycle: no balance that is ever shown may be rounded. */
function assertExact({ grants, account }: Journal, credits: Credits): void {
  const owned = grants.reduce((sum, { available, held }) => sum + available + held, 0)
  const isExact = isCredits(owned + credits + account.allowance.credits)
  assert(isExact, `With ${credits} more, the account has too many to be exact.`)
}

function isSameGrant(grant: Grant, command: Command<'grant'>): boolean {
  return (
    grant.kind === 'granted' &&
    grant.amount === command.credits &&
    grant.startsAt === command.startsAt &&
    termEndOf(grant) === command.endsAt &&
    grant.reason === command.reason
  )
}
