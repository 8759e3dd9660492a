import { z } from 'zod'
import { moneySchema } from './billing.ts'
import { paidPlanIdSchema } from './credits.ts'

const instant = z.iso.datetime()

/** What a test card does, so that it can be chosen for that. */
export const testCardSchema = z
  .object({ number: z.string(), says: z.string() })
  .meta({ id: 'TestCard' })
export type TestCard = z.infer<typeof testCardSchema>

/** A checkout of test billing: no money moves. */
export const testCheckoutSchema = z
  .object({
    id: z.string(),
    plan: paidPlanIdSchema,
    price: moneySchema,
    email: z.string(),
    status: z.enum(['open', 'paid', 'expired']),
    /** The bank waits for the person. */
    confirming: z.boolean(),
    successUrl: z.string(),
    cancelUrl: z.string(),
    cards: z.array(testCardSchema),
  })
  .meta({ id: 'TestCheckout' })
export type TestCheckout = z.infer<typeof testCheckoutSchema>

export const testInvoiceSchema = z
  .object({
    id: z.string(),
    customerId: z.string(),
    number: z.string(),
    email: z.string(),
    at: instant,
    paidAt: instant.nullable(),
    plan: paidPlanIdSchema,
    period: z.object({ start: instant, end: instant }),
    total: moneySchema,
    status: z.enum(['open', 'failed', 'paid', 'refunded', 'void']),
    /** The bank waits for the person. */
    confirming: z.boolean(),
    /** The last digits of the card on file. */
    card: z.string().nullable(),
    cards: z.array(testCardSchema),
  })
  .meta({ id: 'TestInvoice' })
export type TestInvoice = z.infer<typeof testInvoiceSchema>

/** The card and the invoices of a customer of test billing, newest first. */
export const testPortalSchema = z
  .object({
    email: z.string(),
    card: z.string().nullable(),
    invoices: z.array(testInvoiceSchema.omit({ cards: true })),
    cards: z.array(testCardSchema),
  })
  .meta({ id: 'TestPortal' })
export type TestPortal = z.infer<typeof testPortalSchema>

export const testPaymentSchema = z
  .strictObject({ card: z.string().min(1, 'is missing: enter a test card').max(40) })
  .meta({ id: 'TestPayment' })
export type TestPayment = z.infer<typeof testPaymentSchema>

/** Without a card the one on file is charged. */
export const testInvoicePaymentSchema = testPaymentSchema
  .partial()
  .meta({ id: 'TestInvoicePayment' })
export type TestInvoicePayment = z.infer<typeof testInvoicePaymentSchema>

/** `confirm`: the bank wants the person first. */
export const testPaymentAnswerSchema = z
  .object({ kind: z.enum(['paid', 'confirm']) })
  .meta({ id: 'TestPaymentAnswer' })
export type TestPaymentAnswer = z.infer<typeof testPaymentAnswerSchema>

export const testConfirmationSchema = z
  .strictObject({ approved: z.boolean() })
  .meta({ id: 'TestConfirmation' })
export type TestConfirmation = z.infer<typeof testConfirmationSchema>
