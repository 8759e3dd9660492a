import type { Command } from '../command.ts'
import { hasEnded } from '../grant.ts'
import type { Journal } from '../journal.ts'
import { type EndGrantOutcome, rejected } from '../outcome.ts'

/** From now on the grant has ended: what is available expires, what is held stays with it. */
export function decideEndGrant(journal: Journal, command: Command<'end_grant'>): EndGrantOutcome {
  const grant = journal.grant(command.grantId)
  if (!grant) return rejected('unknown_grant')
  if (hasEnded(grant, journal.now)) return { kind: 'ended', grant, changed: false }
  const { grantId, reason, actor } = command
  const { available } = grant
  const move = { kind: 'expire', from: 'available', to: 'expired', grantId } as const
  if (available > 0) journal.move({ ...move, amount: available, reason, actor })
  const ended = journal.endGrant(grantId, { reason, actor })
  journal.tell({ type: 'grant_ended', grantId, credits: available })
  return { kind: 'ended', grant: ended, changed: true }
}
