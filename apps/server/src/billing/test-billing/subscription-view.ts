import type { PaidPlanId } from '@rheos/contract'
import type { Instant } from '../../clock.ts'
import type { Card, Invoice, Subscription } from '../subscription.ts'
import type { TestAccount, TestInvoice, TestPrice, TestSubscription } from './test-account.ts'

/** Newest of one subscription that are told. */
const invoicesMax = 12

/** Where the pages are that an invoice can be paid and read at. */
export interface InvoiceAddresses {
  page(invoiceId: string): string
  pdf(invoiceId: string): string
}

/** A subscription of test billing in the words of the port. */
export function subscriptionView(
  account: TestAccount,
  subscription: TestSubscription,
  addresses: InvoiceAddresses,
): Subscription {
  const invoices = account.invoices.filter(
    ({ subscriptionId }) => subscriptionId === subscription.id,
  )
  return {
    id: subscription.id,
    customerId: account.id,
    workspaceId: account.workspaceId ?? undefined,
    status: subscription.status,
    plan: planOf(subscription.price),
    period: subscription.period,
    cancelsAt: subscription.cancelsAtPeriodEnd ? subscription.period.end : undefined,
    startedAt: subscription.startedAt,
    endedAt: subscription.endedAt ?? undefined,
    card: account.card === null ? undefined : cardView(account.card, subscription.startedAt),
    invoices: invoices
      .toReversed()
      .slice(0, invoicesMax)
      .map((invoice) => invoiceView(invoice, addresses)),
  }
}

/** The prices of test billing are named for their plans. */
export function planOf(price: TestPrice): PaidPlanId | undefined {
  return price.id === 'business' || price.id === 'team' ? price.id : undefined
}

export function cardView(number: string, startedAt: Instant): Card {
  return {
    brand: 'visa',
    last4: number.slice(-4),
    expiresMonth: 12,
    expiresYear: new Date(startedAt).getUTCFullYear() + 4,
  }
}

export function invoiceView(invoice: TestInvoice, addresses: InvoiceAddresses): Invoice {
  const open = invoice.status === 'open'
  return {
    id: invoice.id,
    number: invoice.number,
    status: invoice.status,
    failed: open && invoice.attempts > 0,
    currency: invoice.currency,
    total: invoice.total,
    refunded: invoice.refunded,
    dispute: invoice.dispute,
    createdAt: invoice.createdAt,
    paidAt: invoice.paidAt ?? undefined,
    lines: invoice.lines.map(({ id, price, period, amount, trial }) => ({
      id,
      plan: planOf(price),
      period,
      amount,
      trial,
    })),
    payUrl: open ? addresses.page(invoice.id) : undefined,
    pdfUrl: addresses.pdf(invoice.id),
  }
}
