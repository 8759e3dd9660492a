import type { AccountState } from './account-state.ts'
import type { Command, CommandType } from './command.ts'
import { decideIn } from './decide.ts'
import { Journal } from './journal.ts'
import type { LedgerSettings } from './ledger-settings.ts'
import type { Outcome } from './outcome.ts'
import { currentBook } from './price-book.ts'

/** Commands of one account, decided one after another at one moment, and what they change together. */
export interface DecidedTogether<T extends CommandType> {
  readonly journal: Journal
  readonly outcomes: readonly Outcome<T>[]
}

export function decideEach<T extends CommandType>(
  state: AccountState,
  commands: readonly Command<T>[],
  settings: LedgerSettings,
): DecidedTogether<T> {
  const now = settings.now()
  const journal = new Journal(state, now)
  const priceBook = currentBook(settings.priceBook)
  const context = { ...settings, priceBook, now, freshId: settings.newId() }
  const outcomes = commands.map((command) => decideIn(journal, command, context))
  return { journal, outcomes }
}
