import type { Command, CommandType } from './command.ts'
import { type Outcome, type Outcomes, rejected } from './outcome.ts'

const WITHOUT_ACCOUNT = {
  roll: rejected('unknown_account'),
  // An account is opened by its first allowance, unless that would begin later.
  set_allowance: rejected('anchor_in_future'),
  grant: rejected('unknown_account'),
  hold: rejected('unknown_account'),
  start: rejected('unknown_operation'),
  renew: rejected('unknown_operation'),
  settle: rejected('unknown_operation'),
  release: rejected('unknown_operation'),
  lapse: rejected('unknown_operation'),
  reverse: rejected('unknown_operation'),
  adjust: rejected('unknown_grant'),
  end_grant: rejected('unknown_grant'),
} as const satisfies { readonly [T in CommandType]: Outcomes[T] }

/** What is answered when there is no such account: nobody's operations are revealed. */
export function outcomeWithoutAccount<T extends CommandType>(command: Command<T>): Outcome<T> {
  const outcomes: { readonly [K in CommandType]: Outcomes[K] } = WITHOUT_ACCOUNT
  return outcomes[command.type as T]
}
