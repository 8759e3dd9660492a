import type Stripe from 'stripe'
import { expect, it } from 'vitest'
import { invoiceFrom } from './invoice-from.ts'
import { moneyBack } from './money-back.ts'
import { planOfPrice } from './plan-of-price.ts'

const planOf = planOfPrice({ business: 'price_business', team: 'price_team' })

const line = (given: object = {}) => ({
  id: 'il_1',
  amount: 2900,
  period: { start: 100, end: 200 },
  pricing: { price_details: { price: 'price_business' } },
  parent: { subscription_item_details: { proration: false } },
  ...given,
})

function invoice(given: object = {}) {
  const plain = {
    id: 'in_1',
    number: 'A-1',
    status: 'paid',
    attempted: true,
    currency: 'gbp',
    total: 2900,
    created: 90,
    status_transitions: { paid_at: 91 },
    // The cycle before: not what is paid for.
    period_start: 0,
    period_end: 100,
    lines: { data: [line()] },
    payments: { data: [{ payment: { payment_intent: 'pi_1' } }] },
    hosted_invoice_url: 'https://stripe.test/invoice',
    invoice_pdf: 'https://stripe.test/pdf',
  }
  const back = moneyBack([{ paymentId: 'pi_1', amount: 100 }], [])
  return invoiceFrom({ ...plain, ...given } as unknown as Stripe.Invoice, back, planOf)
}

it('pays for the period of its line', () => {
  expect(invoice()).toEqual({
    id: 'in_1',
    number: 'A-1',
    status: 'paid',
    failed: false,
    currency: 'GBP',
    total: 2900,
    refunded: 100,
    dispute: 'none',
    createdAt: 90_000,
    paidAt: 91_000,
    lines: [
      {
        id: 'il_1',
        plan: 'business',
        period: { start: 100_000, end: 200_000 },
        amount: 2900,
        trial: false,
      },
    ],
    payUrl: undefined,
    pdfUrl: 'https://stripe.test/pdf',
  })
})

it('can be paid while it is open, and is a draft before', () => {
  expect(invoice({ status: 'open' })).toMatchObject({
    status: 'open',
    failed: true,
    payUrl: 'https://stripe.test/invoice',
  })
  const draft = { status: 'draft', attempted: false, number: null, hosted_invoice_url: null }
  expect(invoice(draft)).toMatchObject({ status: 'open', failed: false, number: undefined })
})

it('costs what is left of a line after its coupons, and is no trial for that', () => {
  const discounted = line({ discount_amounts: [{ amount: 900 }, { amount: 2000 }] })
  expect(invoice({ lines: { data: [discounted] } }).lines).toMatchObject([
    { amount: 0, trial: false },
  ])
})

it('gives no plan for a part of a period or a price that is none of ours', () => {
  const prorated = line({ parent: { subscription_item_details: { proration: true } } })
  const billedLater = line({ parent: { invoice_item_details: { proration: true } } })
  const foreign = line({ pricing: { price_details: { price: 'price_of_another' } } })
  const unpriced = line({ pricing: null, parent: null })
  const { lines } = invoice({ lines: { data: [prorated, billedLater, foreign, unpriced] } })
  expect(lines.map(({ plan }) => plan)).toEqual([undefined, undefined, undefined, undefined])
})

it('knows a trial by its costing nothing', () => {
  expect(invoice({ lines: { data: [line({ amount: 0 })] } }).lines[0]?.trial).toBe(true)
})

it('has nothing paid back where no payment was made', () => {
  expect(invoice({ payments: { data: [] } })).toMatchObject({ refunded: 0, dispute: 'none' })
  expect(invoice({ payments: undefined })).toMatchObject({ refunded: 0 })
})
