import { z } from 'zod'
import { imageActionSchema } from './image-actions.ts'

const credits = z.number().int().nonnegative()
const instant = z.iso.datetime()

export const planIdSchema = z.enum(['free', 'business', 'team']).meta({ id: 'PlanId' })
export type PlanId = z.infer<typeof planIdSchema>

/** A plan that costs money. */
export const paidPlanIdSchema = planIdSchema.exclude(['free']).meta({ id: 'PaidPlanId' })
export type PaidPlanId = z.infer<typeof paidPlanIdSchema>

/** A plan as it is offered; amounts of money in minor units (pence). */
export const planSchema = z
  .object({
    id: planIdSchema,
    name: z.string(),
    credits,
    price: z.object({ amount: z.number().int(), currency: z.string() }),
    brands: z.object({ personal: z.number().int(), business: z.number().int() }),
    watermark: z.boolean(),
    pausesAtZero: z.boolean(),
    team: z.boolean(),
  })
  .meta({ id: 'Plan' })
export type Plan = z.infer<typeof planSchema>

export const plansSchema = z.object({ plans: z.array(planSchema) })
export type Plans = z.infer<typeof plansSchema>

/** What one unit of each action costs from an instant on, in credits. */
export const priceVersionSchema = z
  .object({
    version: z.number().int().positive(),
    effectiveFrom: instant,
    prices: z.record(z.string(), credits),
  })
  .meta({ id: 'PriceVersion' })
export type PriceVersion = z.infer<typeof priceVersionSchema>

/** The price book in force, and every version there was, is and is announced, newest first. */
export const pricesSchema = priceVersionSchema
  .extend({ versions: z.array(priceVersionSchema) })
  .meta({ id: 'Prices' })
export type Prices = z.infer<typeof pricesSchema>

export const grantSchema = z
  .object({
    id: z.string(),
    /** `plan`: for a paid period, beside the allowance of its cycle. */
    kind: z.enum(['allowance', 'plan', 'granted', 'make_good']),
    amount: credits,
    available: credits,
    held: credits,
    spent: credits,
    expired: credits,
    startsAt: instant,
    endsAt: instant,
  })
  .meta({ id: 'Grant' })
export type Grant = z.infer<typeof grantSchema>

/**
 * What a workspace has. `balance` = `available` + `held` of live grants; `held` is set aside for
 * work in progress; `spent` counts this cycle. The allowance is reset at `resetsAt`.
 */
export const creditsSchema = z
  .object({
    plan: planIdSchema,
    allowance: credits,
    balance: credits,
    available: credits,
    held: credits,
    spent: credits,
    resetsAt: instant,
    cycle: z.object({ start: instant, end: instant }),
    /** True when AI is paused until `resetsAt` (Free with nothing available and nothing set aside). */
    paused: z.boolean(),
    grants: z.array(grantSchema),
  })
  .meta({ id: 'Credits' })
export type Credits = z.infer<typeof creditsSchema>

export const usageItemSchema = z
  .object({
    id: z.string(),
    at: instant,
    /** The priced action, as in the price book: `image.standard`, `website.import`, `text.post` … */
    action: z.string(),
    /** What was done for it, where that was more than the action says; only of images. */
    did: imageActionSchema.nullable(),
    quantity: z.number().int().nonnegative(),
    unitPrice: credits,
    priceVersion: z.number().int(),
    /** Credits spent; what was set aside and given back is not in it. */
    credits,
    outcome: z.enum(['in_progress', 'charged', 'partly_charged', 'not_charged', 'free']),
    /** Why it was not charged, or not in full; one sentence. */
    why: z.string().nullable(),
    who: z.object({ id: z.string(), name: z.string() }).nullable(),
    brand: z.object({ id: z.string(), name: z.string() }).nullable(),
    /** A picture of what was made, where there is one. */
    thumbnailUrl: z.string().nullable(),
  })
  .meta({ id: 'UsageItem' })
export type UsageItem = z.infer<typeof usageItemSchema>

export const usageSchema = z
  .object({ items: z.array(usageItemSchema), next: z.string().nullable() })
  .meta({ id: 'Usage' })
export type Usage = z.infer<typeof usageSchema>

const named = z.object({ id: z.string(), name: z.string() })

/** A grant as it stood at the instant that is explained. */
export const explainedGrantSchema = grantSchema
  .extend({
    /** Why it was given: the plan, or an operator's words. */
    reason: z.string(),
  })
  .meta({ id: 'ExplainedGrant' })
export type ExplainedGrant = z.infer<typeof explainedGrantSchema>

/** What an operation did by then: `in_progress` still has credits set aside. */
export const explainedActionSchema = z
  .object({
    id: z.string(),
    /** As in the price book: `image.standard`, `website.import` … */
    action: z.string(),
    did: imageActionSchema.nullable(),
    quantity: z.number().int().positive(),
    unitPrice: credits,
    outcome: z.enum(['in_progress', 'charged', 'partly_charged', 'not_charged']),
    /** Why it was not charged, or not in full; one sentence. */
    why: z.string().nullable(),
    who: named.nullable(),
    brand: named.nullable(),
  })
  .meta({ id: 'ExplainedAction' })
export type ExplainedAction = z.infer<typeof explainedActionSchema>

/** One thing that made the balance what it was. */
export const explanationLineSchema = z
  .object({
    /** `earlier` sums up older lines of one grant, where there are too many to list. */
    kind: z.enum(['grant', 'action', 'expiry', 'adjustment', 'earlier']),
    at: instant,
    /** What it did to the balance: above zero it rose. */
    credits: z.number().int(),
    /** Set aside at the instant, and still part of the balance. */
    held: credits,
    /** The sum of this line's `credits` and those of all before it. */
    balance: credits,
    grantId: z.string(),
    /** Of `action`. */
    action: explainedActionSchema.nullable(),
    /** Of `adjustment` and `expiry`: why. */
    reason: z.string().nullable(),
    /** How many lines are summed up: 1, except where `kind` is `earlier`. */
    count: z.number().int().positive(),
  })
  .meta({ id: 'ExplanationLine' })
export type ExplanationLine = z.infer<typeof explanationLineSchema>

/**
 * Why the balance is what it is, or was at a past instant, from the ledger's entries alone. Lines
 * come oldest first, and their `credits` add up to `balance`. Credits of a cycle that nobody had
 * looked at by then are not there yet.
 */
export const explanationSchema = z
  .object({
    at: instant,
    balance: credits,
    available: credits,
    held: credits,
    cycle: z.object({ start: instant, end: instant }),
    grants: z.array(explainedGrantSchema),
    lines: z.array(explanationLineSchema),
  })
  .meta({ id: 'Explanation' })
export type Explanation = z.infer<typeof explanationSchema>
