import type { Command, CommandType } from './command.ts'
import { executeInSession } from './execute-in-session.ts'
import { LedgerDoor } from './ledger-door.ts'
import type { LedgerSettings } from './ledger-settings.ts'
import type { Outcome } from './outcome.ts'
import type { StoreSession } from './store.ts'

/** A ledger inside one open transaction: it never begins or ends one. */
export class BoundLedger extends LedgerDoor {
  readonly #session: StoreSession
  readonly #onCommand: (accountId: string) => void

  constructor(
    session: StoreSession,
    settings: LedgerSettings,
    /** Hears of each command before it is executed. */
    onCommand: (accountId: string) => void = () => {},
  ) {
    super(session, settings)
    this.#session = session
    this.#onCommand = onCommand
  }

  protected async execute<T extends CommandType>(command: Command<T>): Promise<Outcome<T>> {
    this.#onCommand(command.accountId)
    const [outcome] = await executeInSession(this.#session, this.settings, [command])
    return outcome as Outcome<T>
  }
}
