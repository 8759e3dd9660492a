import type { Account } from './account.ts'
import { type Command, type CommandType, wantedByAll } from './command.ts'
import { decideEach } from './decide-each.ts'
import type { Instant } from './instant.ts'
import type { LedgerSettings } from './ledger-settings.ts'
import type { Outcome } from './outcome.ts'
import type { StoreSession } from './store.ts'
import { outcomeWithoutAccount } from './unknown-account.ts'

/** Lock and load the account, decide one command after another, append: for commands of one account. */
export async function executeInSession<T extends CommandType>(
  session: StoreSession,
  settings: LedgerSettings,
  commands: readonly [Command<T>, ...Command<T>[]],
): Promise<readonly Outcome<T>[]> {
  const [{ accountId }] = commands
  const account = accountToOpen(commands, settings.now())
  if (account) await session.open(account)
  const request = { accountId, wanted: wantedByAll(commands), now: settings.now() }
  const state = await session.take(request)
  if (!state) return commands.map(outcomeWithoutAccount)
  // Asked again after the lock: waiting for it may have taken a while.
  const { journal, outcomes } = decideEach(state, commands, settings)
  if (journal.hasChanges) await session.append(journal.changes)
  return outcomes
}

/** Only a first allowance opens an account, and only one that can begin now. */
function accountToOpen(
  [command]: readonly [Command, ...Command[]],
  now: Instant,
): Account | undefined {
  if (command.type !== 'set_allowance' || command.allowance.anchor > now) return undefined
  const { accountId: id, allowance } = command
  return { id, allowance, allowanceSeq: 0, createdAt: now }
}
