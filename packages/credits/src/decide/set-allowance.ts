import { NOBODY } from '../actor.ts'
import { isSameAllowance } from '../allowance.ts'
import type { Command } from '../command.ts'
import type { Journal } from '../journal.ts'
import { rejected, type SetAllowanceOutcome } from '../outcome.ts'
import type { Moment } from '../policy.ts'
import { rollCycle } from './roll.ts'

/** From now on the account receives this; what was granted before stays as it is. */
export function decideSetAllowance(
  journal: Journal,
  command: Command<'set_allowance'>,
  { freshId }: Moment,
): SetAllowanceOutcome {
  const { account, now } = journal
  const { allowance, reason, actor = NOBODY } = command
  if (allowance.anchor > now) return rejected('anchor_in_future')
  const isFirst = account.allowanceSeq === 0
  if (!isFirst && isSameAllowance(allowance, account.allowance)) {
    return { kind: 'allowance_set', changed: false }
  }
  const seq = account.allowanceSeq + 1
  const change = { accountId: account.id, seq, allowance, at: now, reason, actor }
  journal.setAllowance({ ...account, allowance, allowanceSeq: seq }, change)
  // The roll before this one may have used the id, for the cycle of the allowance that ends here.
  rollCycle(journal, journal.grant(freshId) ? `${freshId}-${seq}` : freshId)
  return { kind: 'allowance_set', changed: true }
}
