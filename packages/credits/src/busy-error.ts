import { StoreError } from './store.ts'

/** More commands wait than the ledger takes. Nothing was decided: try again a little later. */
export class LedgerBusyError extends StoreError {
  override readonly name = 'LedgerBusyError'

  constructor(waiting: number) {
    super(`The ledger is busy: ${waiting} commands are waiting. Nothing was decided; try again.`)
  }
}
