import type {
  AdjustOutcome,
  GrantOutcome,
  Operation,
  ReleaseOutcome,
  ReverseOutcome,
} from '@rheos/credits'
import { creditsText } from '../credits-text.ts'
import { momentText } from '../instant-text.ts'
import { Refusal } from '../refusal.ts'

/** What an action did. */
export interface Done {
  readonly credits: number
  /** What came of it, in one sentence. */
  readonly result: string
}

/** What came of a grant; throws a {@link Refusal} where nothing did, as the others here. */
export function granted(outcome: GrantOutcome): Done {
  if (outcome.kind === 'rejected') throw notDone('The ledger did not take this grant')
  const { amount, endsAt } = outcome.grant
  return { credits: amount, result: `${creditsText(amount)} granted until ${momentText(endsAt)}.` }
}

export function madeGood(outcome: ReverseOutcome): Done {
  if (outcome.kind === 'rejected') throw whyNotMadeGood(outcome)
  const { credits, returned, madeGood, makeGoodEndsAt } = outcome.reversal
  const parts = [
    ...(returned > 0 ? [`${creditsText(returned)} went back into the grant they came from`] : []),
    ...(makeGoodEndsAt !== undefined
      ? [`${creditsText(madeGood)} came as a grant until ${momentText(makeGoodEndsAt)}`]
      : []),
  ]
  return { credits, result: `${parts.join(', ')}.` }
}

function whyNotMadeGood(outcome: Extract<ReverseOutcome, { kind: 'rejected' }>): Refusal {
  switch (outcome.reason) {
    case 'more_than_charged':
      return outcome.reversible === 0
        ? notDone('All that this cost has been given back')
        : tooMany(
            `Only ${creditsText(outcome.reversible)} of what this cost can still be given back`,
          )
    case 'not_settled':
      return notDone('This was not charged, so there is nothing to make good')
    case 'unknown_operation':
      return new Refusal('not_found', 'There is no such operation in this workspace.')
    case 'reversal_conflict':
      return notDone('The ledger knows another correction by this press')
  }
}

export function adjusted(outcome: AdjustOutcome): Done {
  if (outcome.kind === 'adjusted') {
    const { credits } = outcome.adjustment
    return { credits, result: `${creditsText(credits)} taken away.` }
  }
  switch (outcome.reason) {
    case 'more_than_available':
      throw tooMany(
        `This grant has ${creditsText(outcome.available)} available: no more can be taken away`,
      )
    case 'unknown_grant':
      throw new Refusal('not_found', 'There is no such grant in this workspace.')
    case 'adjustment_conflict':
      throw notDone('The ledger knows another correction by this press')
  }
}

export function released(outcome: ReleaseOutcome): Done {
  if (outcome.kind === 'released') {
    const { released: credits } = outcome
    return { credits, result: `It was stopped, and ${creditsText(credits)} came back.` }
  }
  if (outcome.reason === 'unknown_operation')
    throw new Refusal('not_found', 'There is no such operation in this workspace.')
  throw notDone(endedText(outcome.operation))
}

export function attended(matter: { readonly sentence: string } | undefined): Done {
  if (matter !== undefined) return { credits: 0, result: `Looked after: ${matter.sentence}` }
  throw new Refusal('not_found', 'There is no such matter in this workspace.')
}

function endedText({ state, spent }: Operation): string {
  return state === 'settled'
    ? `This ended already and cost ${creditsText(spent)}: make it good instead`
    : 'This ended already, and nothing is set aside for it'
}

function notDone(sentence: string): Refusal {
  return new Refusal('conflict', `${sentence}. Nothing was changed.`)
}

function tooMany(sentence: string): Refusal {
  return new Refusal('invalid_request', `${sentence}. Nothing was changed.`, {
    fields: [{ path: 'credits', message: sentence }],
  })
}
