import type Stripe from 'stripe'
import type { Invoice, InvoiceLine, InvoiceStatus } from '../subscription.ts'
import { idOf } from './id-of.ts'
import { instantOf } from './instant-of.ts'
import type { MoneyBack } from './money-back.ts'
import type { PlanOfPrice } from './plan-of-price.ts'

/** An invoice of Stripe's, read with its `payments`, in our words. */
export function invoiceFrom(
  invoice: Stripe.Invoice,
  back: MoneyBack,
  planOf: PlanOfPrice,
): Invoice {
  const open = invoice.status === 'open'
  return {
    id: invoice.id,
    number: invoice.number ?? undefined,
    status: statusFrom(invoice.status),
    failed: open && invoice.attempted,
    currency: invoice.currency.toUpperCase(),
    total: invoice.total,
    ...becameOf(invoice, back),
    createdAt: instantOf(invoice.created),
    paidAt: instantOf(invoice.status_transitions.paid_at),
    lines: invoice.lines.data.map((line) => lineFrom(line, planOf)),
    payUrl: (open && invoice.hosted_invoice_url) || undefined,
    pdfUrl: invoice.invoice_pdf ?? undefined,
  }
}

/** The subscription that an invoice bills. */
export function subscriptionIdOf(invoice: Pick<Stripe.Invoice, 'parent'>): string | undefined {
  return idOf(invoice.parent?.subscription_details?.subscription)
}

const closed = ['paid', 'void', 'uncollectible'] as const

/** A draft is not charged yet. */
function statusFrom(status: Stripe.Invoice.Status | null): InvoiceStatus {
  return closed.find((known) => known === status) ?? 'open'
}

function becameOf(
  { payments }: Stripe.Invoice,
  back: MoneyBack,
): Pick<Invoice, 'refunded' | 'dispute'> {
  for (const { payment } of payments?.data ?? []) {
    const became = back.get(idOf(payment.payment_intent) ?? '')
    if (became !== undefined) return became
  }
  return { refunded: 0, dispute: 'none' }
}

/**
 * The period of the line is what it pays for; the invoice's own tells of the cycle that has ended. A
 * proration pays for a part of a period and so for no plan.
 */
function lineFrom(line: Stripe.InvoiceLineItem, planOf: PlanOfPrice): InvoiceLine {
  const prorated =
    line.parent?.subscription_item_details?.proration ??
    line.parent?.invoice_item_details?.proration ??
    false
  return {
    id: line.id,
    plan: prorated ? undefined : planOf(idOf(line.pricing?.price_details?.price)),
    period: { start: instantOf(line.period.start), end: instantOf(line.period.end) },
    amount: line.amount - discountOf(line),
    trial: line.amount === 0,
  }
}

/** What a coupon takes off: the line's own amount is without it. */
function discountOf({ discount_amounts: discounts }: Stripe.InvoiceLineItem): number {
  return (discounts ?? []).reduce((sum, { amount }) => sum + amount, 0)
}
