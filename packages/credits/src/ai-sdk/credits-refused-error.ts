import type { Held, HoldOutcome } from '../outcome.ts'

/** Why nothing was set aside. */
export type HoldRefusal = Exclude<HoldOutcome, Held>

/** The credits were refused: the provider was not called and nothing was charged. */
export class CreditsRefusedError extends Error {
  override readonly name = 'CreditsRefusedError'
  readonly operationId: string
  readonly outcome: HoldRefusal

  constructor(operationId: string, outcome: HoldRefusal) {
    super(sentence(outcome))
    this.operationId = operationId
    this.outcome = outcome
  }
}

function sentence(outcome: HoldRefusal): string {
  switch (outcome.reason) {
    case 'insufficient':
      return `This costs ${credits(outcome.price)}, ${outcome.shortBy} more than are available.`
    case 'paused':
      return 'The credits are used up, so AI is paused until they reset.'
    case 'price_changed':
      return `The price is ${credits(outcome.quote.credits)} now, which is not what was seen.`
    case 'too_many_open':
      return `${outcome.openMax} operations are in progress already; wait for one to end.`
    case 'operation_conflict':
      return 'The operation id was used for another request.'
    case 'unknown_action':
      return 'The price book has no price for this action.'
    case 'unknown_account':
      return 'The account is not known.'
  }
}

function credits(amount: number): string {
  return amount === 1 ? '1 credit' : `${amount} credits`
}
