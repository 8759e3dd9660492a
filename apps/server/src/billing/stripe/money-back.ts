import type Stripe from 'stripe'
import type { Invoice } from '../subscription.ts'
import { idOf } from './id-of.ts'

/** What became of payments after they were made, by the ids of their payment intents. */
export type MoneyBack = ReadonlyMap<string, Pick<Invoice, 'refunded' | 'dispute'>>

/** An amount in minor units that went back of a payment. */
export interface WentBack {
  readonly paymentId: string | undefined
  readonly amount: number
}

export function moneyBack(
  wentBack: readonly WentBack[],
  disputes: readonly Pick<Stripe.Dispute, 'payment_intent' | 'status'>[],
): MoneyBack {
  const found = new Map<string, Pick<Invoice, 'refunded' | 'dispute'>>()
  const of = (id: string) => found.get(id) ?? { refunded: 0, dispute: 'none' as const }
  for (const { paymentId, amount } of wentBack) {
    if (paymentId === undefined || amount === 0) continue
    found.set(paymentId, { ...of(paymentId), refunded: of(paymentId).refunded + amount })
  }
  for (const dispute of disputes) {
    const paymentId = idOf(dispute.payment_intent)
    if (paymentId === undefined) continue
    const standing = worse(of(paymentId).dispute, standingOf(dispute.status))
    found.set(paymentId, { ...of(paymentId), dispute: standing })
  }
  return found
}

/** A charge knows how much of it went back. */
export function wentBackOfCharge(charge: Stripe.Charge): WentBack {
  return { paymentId: idOf(charge.payment_intent), amount: charge.amount_refunded }
}

/** An inquiry (`warning_…`) takes no money, nor does what was prevented. */
function standingOf(status: Stripe.Dispute.Status): Invoice['dispute'] {
  return standings.get(status) ?? 'none'
}

const standings: ReadonlyMap<string, Invoice['dispute']> = new Map([
  ['needs_response', 'open'],
  ['under_review', 'open'],
  ['appeal_needs_response', 'open'],
  ['appeal_under_review', 'open'],
  ['won', 'won'],
  ['lost', 'lost'],
])

const byWeight: readonly Invoice['dispute'][] = ['none', 'won', 'open', 'lost']

/** A payment can be disputed more than once. */
function worse(a: Invoice['dispute'], b: Invoice['dispute']): Invoice['dispute'] {
  return byWeight.indexOf(a) > byWeight.indexOf(b) ? a : b
}
