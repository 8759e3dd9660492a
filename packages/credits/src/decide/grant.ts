import type { Command } from '../command.ts'
import type { Grant } from '../grant.ts'
import type { Journal } from '../journal.ts'
import { type GrantOutcome, rejected } from '../outcome.ts'

/** A single grant under the caller's id. */
export function decideGrant(journal: Journal, command: Command<'grant'>): GrantOutcome {
  const known = journal.grant(command.grantId)
  if (known && !isSameGrant(known, command)) return rejected('grant_conflict')
  if (known) return { kind: 'granted', grant: known, replayed: true }
  const { grantId: id, credits, startsAt, endsAt, reason, actor } = command
  if (endsAt <= Math.max(startsAt, journal.now)) return rejected('window_over')
  const window = { startsAt, endsAt, createdAt: journal.now }
  const grant = journal.issue({ id, kind: 'granted', credits, ...window, reason, actor })
  return { kind: 'granted', grant, replayed: false }
}

function isSameGrant(grant: Grant, command: Command<'grant'>): boolean {
  return (
    grant.kind === 'granted' &&
    grant.amount === command.credits &&
    grant.startsAt === command.startsAt &&
    grant.endsAt === command.endsAt &&
    grant.reason === command.reason
  )
}
