import type { HoldOutcome } from '@rheos/credits'
import { isoInstant } from '../clock.ts'
import { Refusal, type RefusalDetails } from '../refusal.ts'

/** What the meter refused, as one sentence for the person. Nothing is charged by any of these. */
export function refusalFromRejection(rejection: Exclude<HoldOutcome, { kind: 'held' }>): Refusal {
  switch (rejection.reason) {
    case 'insufficient':
      return new Refusal(
        'insufficient_credits',
        `This costs ${credits(rejection.price)} and you are short by ${rejection.shortBy}. Nothing was charged.`,
        shortage(rejection),
      )
    case 'paused':
      return new Refusal(
        'ai_paused',
        'Your credits are used up, so AI is paused until they reset or you upgrade. Publishing and editing go on.',
        shortage(rejection),
      )
    case 'price_changed':
      return new Refusal(
        'price_changed',
        `The price is now ${credits(rejection.quote.credits)}. Nothing was charged; press again to accept it.`,
        {
          price: rejection.quote.credits,
          quote: { version: rejection.quote.version, credits: rejection.quote.credits },
          charged: 0,
        },
      )
    case 'too_many_open':
      return new Refusal(
        'too_many_in_progress',
        `${rejection.openMax} generations are already in progress in this workspace. Wait for one to end, then try again.`,
        { charged: 0, retryAfter: 5 },
      )
    case 'operation_conflict':
      return new Refusal(
        'idempotency_conflict',
        'This Idempotency-Key was used for another request. Use a new key for each press.',
        { charged: 0 },
      )
    case 'unknown_action':
    case 'unknown_account':
      throw new Error(`The meter does not know this: ${rejection.reason}.`)
  }
}

function shortage(rejection: {
  readonly price: number
  readonly shortBy: number
  readonly resetsAt: number
}): RefusalDetails {
  const { price, shortBy, resetsAt } = rejection
  return { price, shortBy, resetsAt: isoInstant(resetsAt), upgradeBy: 'owner', charged: 0 }
}

function credits(amount: number): string {
  return amount === 1 ? '1 credit' : `${amount} credits`
}
