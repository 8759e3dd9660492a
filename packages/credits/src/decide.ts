import type { AccountState } from './account-state.ts'
import type { Changes } from './changes.ts'
import type { Command, CommandType } from './command.ts'
import { decideAdjust } from './decide/adjust.ts'
import { decideEndGrant } from './decide/end-grant.ts'
import { decideGrant } from './decide/grant.ts'
import { decideHold } from './decide/hold.ts'
import { decideLapse } from './decide/lapse.ts'
import { raiseAlerts } from './decide/raise-alerts.ts'
import { decideRelease } from './decide/release.ts'
import { decideRenew } from './decide/renew.ts'
import { decideReverse } from './decide/reverse.ts'
import { rollCycle } from './decide/roll.ts'
import { decideSetAllowance } from './decide/set-allowance.ts'
import { decideSettle } from './decide/settle.ts'
import { decideStart } from './decide/start.ts'
import { Journal } from './journal.ts'
import type { Outcome } from './outcome.ts'
import type { Moment, Policy } from './policy.ts'

/** An answer, what it changes, and the account afterwards, ready for the next command. */
export interface Decision<T extends CommandType> {
  readonly outcome: Outcome<T>
  readonly changes: Changes
  readonly state: AccountState
}

type Rule<T extends CommandType> = (
  journal: Journal,
  command: Command<T>,
  context: Policy & Moment,
) => Outcome<T>

const RULES: { readonly [T in CommandType]: Rule<T> } = {
  roll: () => ({ kind: 'rolled' }),
  set_allowance: decideSetAllowance,
  grant: decideGrant,
  hold: decideHold,
  start: decideStart,
  renew: decideRenew,
  settle: decideSettle,
  release: decideRelease,
  lapse: decideLapse,
  reverse: decideReverse,
  adjust: decideAdjust,
  end_grant: decideEndGrant,
}

/** The rules of the meter. Pure: the same account, command and moment give the same answer. */
export function decide<T extends CommandType>(
  state: AccountState,
  command: Command<T>,
  context: Policy & Moment,
): Decision<T> {
  const journal = new Journal(state, context.now)
  const outcome = decideIn(journal, command, context)
  return { outcome, changes: journal.changes, state: journal.state }
}

/** The same for one of several commands that are written down in one journal. */
export function decideIn<T extends CommandType>(
  journal: Journal,
  command: Command<T>,
  context: Policy & Moment,
): Outcome<T> {
  rollCycle(journal, context.freshId)
  const rule: Rule<T> = RULES[command.type as T]
  const outcome = rule(journal, command, context)
  raiseAlerts(journal, context)
  return outcome
}
