/** What a test card does. Its numbers are those that Stripe publishes for testing. */
export interface TestCard {
  readonly number: string
  readonly says: string
  readonly behaviour: 'succeeds' | 'declined' | 'asks' | 'fails_later'
}

export const testCards: readonly TestCard[] = [
  { number: '4242424242424242', says: 'Succeeds', behaviour: 'succeeds' },
  { number: '4000000000000002', says: 'Is declined', behaviour: 'declined' },
  { number: '4000002500003155', says: 'Needs confirmation', behaviour: 'asks' },
  { number: '4000000000000341', says: 'Fails at renewal', behaviour: 'fails_later' },
]

/** `typed`: somebody has just entered it. `kept`: they are there, the card is on file. `renewal`: nobody is there. */
export type ChargeOccasion = 'typed' | 'kept' | 'renewal'

/** `confirm`: the bank wants the person first. */
export type ChargeResult = 'paid' | 'confirm' | 'declined'

/** Undefined: it is none of the test cards. */
export function findTestCard(number: string): TestCard | undefined {
  const digits = number.replace(/\D/g, '')
  return testCards.find((card) => card.number === digits)
}

/** What comes of charging a card; no card on file is declined. */
export function chargeResult(card: TestCard | undefined, occasion: ChargeOccasion): ChargeResult {
  switch (card?.behaviour) {
    case 'succeeds':
      return 'paid'
    case 'asks':
      return occasion === 'renewal' ? 'paid' : 'confirm'
    case 'fails_later':
      return occasion === 'typed' ? 'paid' : 'declined'
    default:
      return 'declined'
  }
}
