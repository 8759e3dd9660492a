import { createHash } from 'node:crypto'
import type { Subscription } from './subscription.ts'

/**
 * Of what a comparison of all subscriptions sees of each: itself, and how its latest invoice stands.
 * Another one means that it must be read again. What went back of an invoice is told by events alone.
 */
export function fingerprint(subscription: Subscription): string {
  const { id, customerId, status, plan, period, cancelsAt, endedAt, card } = subscription
  const invoice = subscription.invoices[0]
  const seen = [
    [id, customerId, status, plan ?? null, period.start, period.end],
    [cancelsAt ?? null, endedAt ?? null],
    card === undefined ? null : [card.brand, card.last4, card.expiresMonth, card.expiresYear],
    invoice === undefined ? null : [invoice.id, invoice.status, invoice.failed],
  ]
  return createHash('sha256').update(JSON.stringify(seen)).digest('base64url')
}
