import type { LedgerCommands } from '../ledger-commands.ts'
import type { LedgerSettings } from '../ledger-settings.ts'
import type { CreditsOptions } from './credits-options.ts'
import type { Every } from './every.ts'

/** What a middleware meters with. Book, lease, clock and ids are those that the ledger has. */
export interface MeteringSettings
  extends CreditsOptions,
    Pick<LedgerSettings, 'priceBook' | 'leaseMs' | 'now' | 'newId'> {
  readonly ledger: Pick<LedgerCommands, 'hold' | 'start' | 'renew' | 'settle' | 'release'>
  /** What the price book charges for one image, or for one call of a language model. */
  readonly action: string
  /** A call that takes longer is given up, so that a stream nobody reads holds nothing. 10 minutes. */
  readonly callMsMax?: number
  /** Renews the lease; the runtime's timers unless given. */
  readonly every?: Every
}
