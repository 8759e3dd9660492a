import type { Generation } from '@rheos/contract'
import { countText } from '../count-text.ts'

/** Why a generation ended without a delivery, and what the ledger says it cost. */
export function endedText(generation: Generation): string {
  const { error, status, credits } = generation
  const reason = error?.detail ?? (status === 'cancelled' ? 'You cancelled this.' : '')
  const charge =
    credits.spent === 0
      ? 'Nothing was charged.'
      : `${countText(credits.spent, 'credit')} ${credits.spent === 1 ? 'was' : 'were'} charged.`
  return `${reason} ${charge}`.trim()
}

/** What it cost, said once it has ended: `15 credits`, with what came back where less was delivered. */
export function costText(generation: Generation): string {
  const { spent, released } = generation.credits
  if (spent === 0) return 'not charged'
  return released > 0
    ? `${countText(spent, 'credit')}, ${released} given back`
    : countText(spent, 'credit')
}
