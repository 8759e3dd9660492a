import type Stripe from 'stripe'
import { z } from 'zod'

/**
 * What may be asked, endpoint by endpoint: the parameters that we use, each as Stripe publishes it. What
 * is not here is refused, as Stripe refuses what it does not know; what Stripe does not publish does not
 * compile.
 */
const text = z.string().min(1)
const flag = z.enum(['true', 'false']).transform((value) => value === 'true')
const whole = z.coerce.number().int()
const expand = z.array(text).exactOptional()
const metadata = z.record(z.string(), z.string()).exactOptional()
const page = { limit: whole.min(1).max(100).exactOptional(), starting_after: text.exactOptional() }
const since = z.strictObject({ gte: whole.exactOptional() }).exactOptional()

const none = z.strictObject({ expand })

export const shapes = {
  none,
  createCustomer: z.strictObject({
    email: text.exactOptional(),
    metadata,
  }) satisfies z.ZodType<Stripe.CustomerCreateParams>,
  createCheckout: z.strictObject({
    mode: z.literal('subscription'),
    customer: text.exactOptional(),
    customer_email: text.exactOptional(),
    client_reference_id: text.max(200).exactOptional(),
    line_items: z.array(z.strictObject({ price: text, quantity: whole.min(1) })),
    subscription_data: z.strictObject({ metadata }).exactOptional(),
    success_url: z.url(),
    cancel_url: z.url().exactOptional(),
  }) satisfies z.ZodType<Stripe.Checkout.SessionCreateParams>,
  updateSubscription: z.strictObject({
    items: z.array(z.strictObject({ id: text, price: text })).exactOptional(),
    billing_cycle_anchor: z.strictObject({ type: z.enum(['now', 'unchanged']) }).exactOptional(),
    proration_behavior: z.literal('none').exactOptional(),
    payment_behavior: z.literal('pending_if_incomplete').exactOptional(),
    cancel_at_period_end: flag.exactOptional(),
    expand,
  }) satisfies z.ZodType<Stripe.SubscriptionUpdateParams>,
  listSubscriptions: z.strictObject({
    ...page,
    customer: text.exactOptional(),
    status: z.enum(['all']).exactOptional(),
    expand,
  }) satisfies z.ZodType<Stripe.SubscriptionListParams>,
  listInvoices: z.strictObject({
    ...page,
    customer: text.exactOptional(),
    subscription: text.exactOptional(),
    status: z.enum(['draft', 'open', 'paid', 'uncollectible', 'void']).exactOptional(),
    expand,
  }) satisfies z.ZodType<Stripe.InvoiceListParams>,
  listCharges: z.strictObject({
    ...page,
    customer: text.exactOptional(),
  }) satisfies z.ZodType<Stripe.ChargeListParams>,
  listRefunds: z.strictObject({
    ...page,
    created: since,
  }) satisfies z.ZodType<Stripe.RefundListParams>,
  listDisputes: z.strictObject({
    ...page,
    charge: text.exactOptional(),
    created: since,
  }) satisfies z.ZodType<Stripe.DisputeListParams>,
  listEvents: z.strictObject({
    ...page,
    types: z.array(text).max(20).exactOptional(),
    created: since,
  }) satisfies z.ZodType<Stripe.EventListParams>,
  createPortal: z.strictObject({
    customer: text,
    return_url: z.url().exactOptional(),
  }) satisfies z.ZodType<Stripe.BillingPortal.SessionCreateParams>,
  createProduct: z.strictObject({
    id: text.exactOptional(),
    name: text,
    metadata,
  }) satisfies z.ZodType<Stripe.ProductCreateParams>,
  createPrice: z.strictObject({
    product: text,
    currency: z.string().length(3).toLowerCase(),
    unit_amount: whole.min(0),
    recurring: z.strictObject({ interval: z.enum(['day', 'week', 'month', 'year']) }),
    lookup_key: text.max(200).exactOptional(),
    transfer_lookup_key: flag.exactOptional(),
  }) satisfies z.ZodType<Stripe.PriceCreateParams>,
  listPrices: z.strictObject({
    ...page,
    lookup_keys: z.array(text).exactOptional(),
    active: flag.exactOptional(),
  }) satisfies z.ZodType<Stripe.PriceListParams>,
}
