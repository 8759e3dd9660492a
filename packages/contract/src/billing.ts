import { z } from 'zod'
import { paidPlanIdSchema, planIdSchema } from './credits.ts'

const instant = z.iso.datetime()
export const moneySchema = z
  .object({ amount: z.number().int(), currency: z.string() })
  .meta({ id: 'Money' })

/** One invoice. Amounts in minor units. */
export const invoiceSchema = z
  .object({
    id: z.string(),
    number: z.string().nullable(),
    at: instant,
    /** Absent: it is for none of our plans. */
    plan: paidPlanIdSchema.nullable(),
    period: z.object({ start: instant, end: instant }).nullable(),
    status: z.enum(['open', 'failed', 'paid', 'refunded', 'disputed', 'void']),
    total: moneySchema,
    /** Where it can be paid; only while it is open or failed. */
    payUrl: z.string().nullable(),
    pdfUrl: z.string().nullable(),
  })
  .meta({ id: 'Invoice' })
export type Invoice = z.infer<typeof invoiceSchema>

/** The subscription of a workspace, as its owner sees it. Free workspaces have none. */
export const subscriptionSchema = z
  .object({
    plan: paidPlanIdSchema,
    standing: z.enum(['good', 'payment_failed']),
    period: z.object({ start: instant, end: instant }),
    /** What follows at the end of the period: another plan, or Free; the same plan when it renews. */
    next: z.object({ plan: planIdSchema, at: instant, price: moneySchema }),
    card: z
      .object({
        brand: z.string(),
        last4: z.string(),
        expiresMonth: z.number().int(),
        expiresYear: z.number().int(),
      })
      .nullable(),
    /** Where the failed payment can be made or confirmed. */
    payUrl: z.string().nullable(),
  })
  .meta({ id: 'Subscription' })
export type Subscription = z.infer<typeof subscriptionSchema>

/** Settings → Billing on plan and money. `provider` `test`: no money moves, and the page says so. */
export const billingSchema = z
  .object({
    provider: z.enum(['stripe', 'test']),
    plan: planIdSchema,
    subscription: subscriptionSchema.nullable(),
    invoices: z.array(invoiceSchema),
  })
  .meta({ id: 'Billing' })
export type Billing = z.infer<typeof billingSchema>

/** `price` is what the person saw: another one now is refused. */
export const planChangeSchema = z
  .strictObject({ plan: planIdSchema, price: moneySchema })
  .meta({ id: 'PlanChange' })
export type PlanChange = z.infer<typeof planChangeSchema>

/**
 * What became of the wish for another plan. `checkout` and `confirm`: go to `url`, nothing has changed
 * yet. `done`: it is in force. `scheduled`: it will be at the end of the period.
 */
export const planChangeAnswerSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('checkout'), url: z.string() }),
    z.object({ kind: z.literal('confirm'), url: z.string() }),
    z.object({ kind: z.literal('done'), billing: billingSchema }),
    z.object({ kind: z.literal('scheduled'), billing: billingSchema }),
  ])
  .meta({ id: 'PlanChangeAnswer' })
export type PlanChangeAnswer = z.infer<typeof planChangeAnswerSchema>

/** A page of the payment provider's. */
export const billingPageSchema = z.object({ url: z.string() }).meta({ id: 'BillingPage' })
export type BillingPage = z.infer<typeof billingPageSchema>
