import type {
  TestCheckout as CheckoutView,
  TestInvoice as InvoiceView,
  PaidPlanId,
  TestPortal,
} from '@rheos/contract'
import { isoInstant } from '../../clock.ts'
import { planOf } from './subscription-view.ts'
import type { TestAccount, TestCheckout, TestInvoice, TestPrice } from './test-account.ts'
import { testCards } from './test-cards.ts'

const cards = testCards.map(({ number, says }) => ({ number, says }))

export function checkoutView(account: TestAccount, checkout: TestCheckout): CheckoutView {
  const { id, price, status, confirming, successUrl, cancelUrl } = checkout
  return {
    id,
    plan: paidPlanOf(price),
    price: { amount: price.amount, currency: price.currency },
    email: account.email,
    status,
    confirming: confirming !== null,
    successUrl,
    cancelUrl,
    cards,
  }
}

export function portalView(account: TestAccount): TestPortal {
  return {
    email: account.email,
    card: lastDigits(account.card),
    invoices: account.invoices.toReversed().map((invoice) => {
      const { cards: _, ...view } = pageInvoiceView(account, invoice)
      return view
    }),
    cards,
  }
}

export function pageInvoiceView(account: TestAccount, invoice: TestInvoice): InvoiceView {
  const [line] = invoice.lines
  if (line === undefined) throw new Error('An invoice of test billing has a line.')
  return {
    id: invoice.id,
    customerId: account.id,
    number: invoice.number,
    email: account.email,
    at: isoInstant(invoice.createdAt),
    paidAt: invoice.paidAt === null ? null : isoInstant(invoice.paidAt),
    plan: paidPlanOf(line.price),
    period: { start: isoInstant(line.period.start), end: isoInstant(line.period.end) },
    total: { amount: invoice.total, currency: invoice.currency },
    status: statusOf(invoice),
    confirming: invoice.confirming !== null,
    card: lastDigits(account.card),
    cards,
  }
}

function statusOf(invoice: TestInvoice): InvoiceView['status'] {
  if (invoice.status === 'paid') return invoice.refunded > 0 ? 'refunded' : 'paid'
  if (invoice.status === 'open')
    return invoice.attempts > 0 && invoice.confirming === null ? 'failed' : 'open'
  return 'void'
}

function paidPlanOf(price: TestPrice): PaidPlanId {
  const plan = planOf(price)
  if (plan === undefined) throw new Error('Test billing sells our plans alone.')
  return plan
}

function lastDigits(card: string | null): string | null {
  return card?.slice(-4) ?? null
}
