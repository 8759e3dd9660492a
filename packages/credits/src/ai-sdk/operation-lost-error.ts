import type { Leased, RenewOutcome, Settled, SettleOutcome } from '../outcome.ts'

/** How the meter said that the operation is no longer the caller's. */
export type OperationLoss = Exclude<RenewOutcome | SettleOutcome, Leased<'renewed'> | Settled>

/** The lease lapsed or somebody else ended the operation: what was made is not delivered. */
export class OperationLostError extends Error {
  override readonly name = 'OperationLostError'
  readonly operationId: string
  readonly outcome: OperationLoss

  constructor(operationId: string, outcome: OperationLoss) {
    super(`The operation ${operationId} was lost (${outcome.reason}); its result is not delivered.`)
    this.operationId = operationId
    this.outcome = outcome
  }
}
