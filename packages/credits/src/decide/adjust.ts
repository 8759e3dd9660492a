import type { Adjustment } from '../adjustment.ts'
import type { Command } from '../command.ts'
import type { Journal } from '../journal.ts'
import { type AdjustOutcome, rejected } from '../outcome.ts'

/** Takes credits of one grant away: what is available of it, never what is held or spent. */
export function decideAdjust(journal: Journal, command: Command<'adjust'>): AdjustOutcome {
  const known = journal.adjustment(command.adjustmentId)
  if (known) return answerAgain(known, command)
  const grant = journal.grant(command.grantId)
  if (!grant) return rejected('unknown_grant')
  const { available } = grant
  if (command.credits > available) return { ...rejected('more_than_available'), available }
  const { adjustmentId: id, accountId, grantId, credits, reason, actor } = command
  const adjustment: Adjustment = { id, accountId, grantId, credits, reason, actor, at: journal.now }
  const move = { kind: 'adjust', from: 'available', to: 'expired', grantId } as const
  journal.move({ ...move, amount: credits, reason, actor })
  journal.recordAdjustment(adjustment)
  journal.tell({ type: 'adjusted', adjustmentId: id, credits })
  return { kind: 'adjusted', adjustment, replayed: false }
}

function answerAgain(known: Adjustment, command: Command<'adjust'>): AdjustOutcome {
  const isSame =
    known.grantId === command.grantId &&
    known.credits === command.credits &&
    known.reason === command.reason
  if (!isSame) return rejected('adjustment_conflict')
  return { kind: 'adjusted', adjustment: known, replayed: true }
}
