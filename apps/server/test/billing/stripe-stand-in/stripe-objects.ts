import type Stripe from 'stripe'
import type {
  TestAccount,
  TestCheckout,
  TestInvoice,
  TestInvoiceLine,
  TestSubscription,
} from '../../../src/billing/test-billing/test-account.ts'
import type { KeptCustomer, KeptDetails, KeptDispute, KeptRefund } from './stripe-state.ts'

/**
 * What the Stripe of a test answers, each object whole and typed as Stripe publishes it: what a version of
 * the API adds or renames does not compile.
 */

export function seconds(instant: number): number {
  return Math.floor(instant / 1000)
}

const secondsOrNull = (instant: number | null) => (instant === null ? null : seconds(instant))

/** As in a form, where amounts that matter are whole. */
const pageUrl = 'https://stripe.test'

export const idsOf = {
  item: (subscriptionId: string) => `si_${subscriptionId}`,
  payment: (invoiceId: string) => `pi_${invoiceId}`,
  charge: (invoiceId: string) => `ch_${invoiceId}`,
  method: (customerId: string, card: string) => `pm_${customerId}_${card}`,
}

export function customerObject({ account, created, metadata }: KeptCustomer): Stripe.Customer {
  return {
    id: account.id,
    object: 'customer',
    balance: 0,
    created: seconds(created),
    default_source: null,
    description: null,
    email: account.email,
    invoice_settings: {
      custom_fields: null,
      default_payment_method: methodOf(account),
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata,
    shipping: null,
  }
}

function methodOf({ id, card }: TestAccount): string | null {
  return card === null ? null : idsOf.method(id, card)
}

export function methodObject(id: string): Stripe.PaymentMethod {
  const [, customer, number = ''] = /^pm_(cus_\d+)_(\d+)$/.exec(id) ?? []
  return {
    id,
    object: 'payment_method',
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    card: {
      brand: 'visa',
      checks: null,
      country: 'GB',
      display_brand: 'visa',
      exp_month: 12,
      exp_year: 2034,
      funding: 'credit',
      generated_from: null,
      last4: number.slice(-4),
      networks: null,
      regulated_status: null,
      three_d_secure_usage: null,
      wallet: null,
    },
    created: 0,
    customer: customer ?? null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  }
}

export function checkoutObject(
  account: TestAccount,
  checkout: TestCheckout,
  { reference, metadata }: KeptDetails,
): Stripe.Checkout.Session {
  const paid = checkout.status === 'paid'
  return {
    id: checkout.id,
    object: 'checkout.session',
    adaptive_pricing: null,
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: null,
    amount_subtotal: checkout.price.amount,
    amount_total: checkout.price.amount,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: checkout.cancelUrl,
    client_reference_id: reference,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: seconds(checkout.expiresAt) - 86_400,
    currency: checkout.price.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: account.id,
    customer_account: null,
    customer_creation: null,
    customer_details: null,
    customer_email: null,
    discounts: [],
    expires_at: seconds(checkout.expiresAt),
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: null,
    managed_payments: null,
    metadata,
    mode: 'subscription',
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'always',
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ['card'],
    payment_status: paid ? 'paid' : 'unpaid',
    permissions: null,
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: paid ? 'complete' : checkout.status,
    submit_type: null,
    subscription: checkout.subscriptionId,
    success_url: checkout.successUrl,
    total_details: null,
    ui_mode: 'hosted_page',
    url: checkout.status === 'open' ? `${pageUrl}/checkout/${checkout.id}` : null,
    wallet_options: null,
  }
}

export function subscriptionObject(
  account: TestAccount,
  subscription: TestSubscription,
  { metadata }: KeptDetails,
  price: Stripe.Price,
): Stripe.Subscription {
  const own = account.invoices.filter(({ subscriptionId }) => subscriptionId === subscription.id)
  const pending = own.find(({ reason, status }) => reason === 'upgrade' && status === 'open')
  const { period, endedAt, cancelsAtPeriodEnd } = subscription
  return {
    id: subscription.id,
    object: 'subscription',
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: seconds(subscription.anchor),
    billing_cycle_anchor_config: null,
    billing_mode: { flexible: null, type: 'flexible' },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: cancelsAtPeriodEnd ? seconds(period.end) : null,
    cancel_at_period_end: cancelsAtPeriodEnd,
    canceled_at: secondsOrNull(endedAt),
    cancellation_details: null,
    collection_method: 'charge_automatically',
    created: seconds(subscription.startedAt),
    currency: subscription.price.currency,
    customer: account.id,
    customer_account: null,
    days_until_due: null,
    default_payment_method: methodOf(account),
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    ended_at: secondsOrNull(endedAt),
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: 'self' },
    },
    items: {
      object: 'list',
      data: [itemObject(subscription, price)],
      has_more: false,
      url: `/v1/subscription_items?subscription=${subscription.id}`,
    },
    latest_invoice: own.at(-1)?.id ?? null,
    livemode: false,
    managed_payments: null,
    metadata,
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null,
    payment_settings: null,
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: pending === undefined ? null : pendingUpdate(pending),
    schedule: null,
    start_date: seconds(subscription.startedAt),
    status: subscription.status === 'ended' ? 'canceled' : subscription.status,
    test_clock: null,
    transfer_data: null,
    trial_end: null,
    trial_settings: null,
    trial_start: null,
  }
}

function pendingUpdate(invoice: TestInvoice): Stripe.Subscription.PendingUpdate {
  return {
    billing_cycle_anchor: seconds(invoice.createdAt),
    cancel_at_period_end: null,
    discount: null,
    discounts: null,
    expires_at: seconds(invoice.expiresAt ?? invoice.createdAt),
    metadata: null,
    subscription_items: null,
    trial_end: null,
    trial_from_plan: null,
  }
}

function itemObject(
  { id, period, startedAt }: TestSubscription,
  price: Stripe.Price,
): Stripe.SubscriptionItem {
  return {
    id: idsOf.item(id),
    object: 'subscription_item',
    billing_thresholds: null,
    created: seconds(startedAt),
    current_period_end: seconds(period.end),
    current_period_start: seconds(period.start),
    current_trial: null,
    discounts: [],
    metadata: {},
    plan: planObject(price),
    price,
    quantity: 1,
    subscription: id,
    tax_rates: [],
  }
}

function planObject(price: Stripe.Price): Stripe.Plan {
  return {
    id: price.id,
    object: 'plan',
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: null,
    billing_scheme: 'per_unit',
    created: price.created,
    currency: price.currency,
    interval: 'month',
    interval_count: 1,
    livemode: false,
    metadata: {},
    meter: null,
    nickname: null,
    product: typeof price.product === 'string' ? price.product : price.product.id,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: 'licensed',
  }
}

/** Written, and charged an hour later. */
function isDraft({ status, attempts }: TestInvoice): boolean {
  return status === 'open' && attempts === 0
}

export function invoiceStatus(invoice: TestInvoice): Stripe.Invoice.Status {
  return isDraft(invoice) ? 'draft' : invoice.status
}

/** Its own period is that of the cycle before, as Stripe has it. */
export function invoiceObject(account: TestAccount, invoice: TestInvoice): Stripe.Invoice {
  const draft = isDraft(invoice)
  const paid = invoice.status === 'paid'
  const due = invoice.total
  return {
    id: invoice.id,
    object: 'invoice',
    account_country: 'GB',
    account_name: null,
    account_tax_ids: null,
    amount_due: due,
    amount_overpaid: 0,
    amount_paid: paid ? due : 0,
    amount_remaining: paid ? 0 : due,
    amount_shipping: 0,
    application: null,
    attempt_count: invoice.attempts,
    attempted: invoice.attempts > 0,
    auto_advance: invoice.nextAttemptAt !== null,
    automatic_tax: {
      disabled_reason: null,
      enabled: false,
      liability: null,
      provider: null,
      status: null,
    },
    automatically_finalizes_at: draft ? secondsOrNull(invoice.nextAttemptAt) : null,
    billing_reason: reasons[invoice.reason],
    collection_method: 'charge_automatically',
    created: seconds(invoice.createdAt),
    currency: invoice.currency,
    custom_fields: null,
    customer: account.id,
    customer_account: null,
    customer_address: null,
    customer_email: account.email,
    customer_name: null,
    customer_phone: null,
    customer_shipping: null,
    customer_tax_exempt: 'none',
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    due_date: null,
    effective_at: draft ? null : seconds(invoice.createdAt),
    ending_balance: draft ? null : 0,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: draft ? null : `${pageUrl}/invoice/${invoice.id}`,
    invoice_pdf: draft ? null : `${pageUrl}/invoice/${invoice.id}/pdf`,
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    lines: {
      object: 'list',
      data: invoice.lines.map((line) => lineObject(invoice, line)),
      has_more: false,
      url: `/v1/invoices/${invoice.id}/lines`,
    },
    livemode: false,
    metadata: {},
    next_payment_attempt: secondsOrNull(invoice.nextAttemptAt),
    number: draft ? null : invoice.number,
    on_behalf_of: null,
    parent: {
      quote_details: null,
      subscription_details: { metadata: {}, subscription: invoice.subscriptionId },
      type: 'subscription_details',
    },
    payment_settings: {
      default_mandate: null,
      payment_method_options: null,
      payment_method_types: null,
    },
    payments: {
      object: 'list',
      data: draft || invoice.total === 0 ? [] : [invoicePayment(invoice)],
      has_more: false,
      url: `/v1/invoice_payments?invoice=${invoice.id}`,
    },
    period_end: seconds(invoice.createdAt),
    period_start: seconds(invoice.createdAt - 2_592_000_000),
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: 0,
    statement_descriptor: null,
    status: invoiceStatus(invoice),
    status_transitions: {
      finalized_at: draft ? null : seconds(invoice.createdAt),
      marked_uncollectible_at: null,
      paid_at: secondsOrNull(invoice.paidAt),
      voided_at: null,
    },
    subtotal: due,
    subtotal_excluding_tax: due,
    test_clock: null,
    total: due,
    total_discount_amounts: [],
    total_excluding_tax: due,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: null,
  }
}

const reasons = {
  create: 'subscription_create',
  cycle: 'subscription_cycle',
  upgrade: 'subscription_update',
} as const

function lineObject(invoice: TestInvoice, line: TestInvoiceLine): Stripe.InvoiceLineItem {
  return {
    id: line.id,
    object: 'line_item',
    amount: line.amount,
    currency: invoice.currency,
    description: null,
    discount_amounts: [],
    discountable: true,
    discounts: [],
    invoice: invoice.id,
    livemode: false,
    metadata: {},
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: false,
        proration_details: null,
        subscription: invoice.subscriptionId,
        subscription_item: idsOf.item(invoice.subscriptionId),
      },
      type: 'subscription_item_details',
    },
    period: { start: seconds(line.period.start), end: seconds(line.period.end) },
    pretax_credit_amounts: [],
    pricing: {
      price_details: { price: line.price.id, product: `prod_of_${line.price.id}` },
      type: 'price_details',
      unit_amount_decimal: null,
    },
    quantity: 1,
    quantity_decimal: null,
    subscription: invoice.subscriptionId,
    subtotal: line.amount,
    taxes: [],
  }
}

function invoicePayment(invoice: TestInvoice): Stripe.InvoicePayment {
  const paid = invoice.status === 'paid'
  return {
    id: `inpay_${invoice.id}`,
    object: 'invoice_payment',
    amount_paid: paid ? invoice.total : null,
    amount_requested: invoice.total,
    created: seconds(invoice.createdAt),
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: idsOf.payment(invoice.id), type: 'payment_intent' },
    status: paid ? 'paid' : 'open',
    status_transitions: { canceled_at: null, paid_at: secondsOrNull(invoice.paidAt) },
  }
}

export function paymentObject(account: TestAccount, invoice: TestInvoice): Stripe.PaymentIntent {
  const status = paymentStatus(invoice)
  return {
    id: idsOf.payment(invoice.id),
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: invoice.total,
    amount_capturable: 0,
    amount_received: status === 'succeeded' ? invoice.total : 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic',
    client_secret: null,
    confirmation_method: 'automatic',
    created: seconds(invoice.createdAt),
    currency: invoice.currency,
    customer: account.id,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    last_payment_error:
      status === 'requires_payment_method' || status === 'canceled'
        ? { type: 'card_error', code: 'card_declined', message: 'Your card was declined.' }
        : null,
    latest_charge: status === 'succeeded' ? idsOf.charge(invoice.id) : null,
    livemode: false,
    managed_payments: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: methodOf(account),
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status,
    transfer_group: null,
  }
}

function paymentStatus({ status, confirming }: TestInvoice) {
  if (status === 'paid') return 'succeeded'
  if (confirming !== null) return 'requires_action'
  return status === 'void' ? 'canceled' : 'requires_payment_method'
}

export function chargeObject(account: TestAccount, invoice: TestInvoice): Stripe.Charge {
  return {
    id: idsOf.charge(invoice.id),
    object: 'charge',
    amount: invoice.total,
    amount_captured: invoice.total,
    amount_refunded: invoice.refunded,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: null,
    captured: true,
    created: seconds(invoice.paidAt ?? invoice.createdAt),
    currency: invoice.currency,
    customer: account.id,
    description: null,
    disputed: invoice.dispute !== 'none',
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: null,
    livemode: false,
    metadata: {},
    on_behalf_of: null,
    outcome: null,
    paid: true,
    payment_intent: idsOf.payment(invoice.id),
    payment_method: methodOf(account),
    payment_method_details: null,
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: invoice.refunded === invoice.total,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'succeeded',
    transfer_data: null,
    transfer_group: null,
  }
}

export function refundObject(refund: KeptRefund, currency: string): Stripe.Refund {
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amount,
    balance_transaction: null,
    charge: idsOf.charge(refund.invoiceId),
    created: seconds(refund.created),
    currency,
    customer: null,
    customer_account: null,
    metadata: {},
    payment_intent: idsOf.payment(refund.invoiceId),
    payment_method: null,
    reason: null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  }
}

export function disputeObject(
  dispute: KeptDispute,
  { total, currency }: TestInvoice,
): Stripe.Dispute {
  return {
    id: dispute.id,
    object: 'dispute',
    amount: total,
    balance_transactions: [],
    charge: idsOf.charge(dispute.invoiceId),
    created: seconds(dispute.created),
    currency,
    enhanced_eligibility_types: [],
    // Its forty fields are for who contests it.
    evidence: {} as Stripe.Dispute.Evidence,
    evidence_details: {
      due_by: null,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'manual',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: idsOf.payment(dispute.invoiceId),
    reason: 'fraudulent',
    status: dispute.status,
  }
}

export function productObject(
  { id, name, metadata = {} }: { id: string; name: string; metadata?: Stripe.Metadata },
  now: number,
): Stripe.Product {
  return {
    id,
    object: 'product',
    active: true,
    created: seconds(now),
    description: null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata,
    name,
    package_dimensions: null,
    shippable: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    updated: seconds(now),
    url: null,
  }
}

export function priceObject(
  given: Pick<Stripe.Price, 'id' | 'currency' | 'unit_amount' | 'lookup_key'> & {
    readonly product: string
  },
  now: number,
): Stripe.Price {
  return {
    ...given,
    object: 'price',
    active: true,
    billing_scheme: 'per_unit',
    created: seconds(now),
    custom_unit_amount: null,
    livemode: false,
    metadata: {},
    nickname: null,
    recurring: {
      interval: 'month',
      interval_count: 1,
      meter: null,
      trial_period_days: null,
      usage_type: 'licensed',
    },
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'recurring',
    unit_amount_decimal: null,
  }
}
