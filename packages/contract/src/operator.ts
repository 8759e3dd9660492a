import { z } from 'zod'
import { roleSchema } from './account.ts'
import { billingSchema } from './billing.ts'
import { creditsSchema, planIdSchema, priceVersionSchema } from './credits.ts'

const instant = z.iso.datetime()
const credits = z.number().int().nonnegative()
/** Millionths of a pound. */
const micros = z.number().int()
const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

const reason = z
  .string('say why')
  .trim()
  .min(3, 'say why, in a few words')
  .max(300, 'must be at most 300 characters')
  .meta({ description: 'Why, in words that the customer may read.' })
const amount = z
  .number('must be a number')
  .int('must be a whole number')
  .min(1, 'must be at least 1')
  .max(100_000, 'must be at most 100,000')

/** A workspace as the operator finds it. */
export const foundWorkspaceSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    plan: planIdSchema,
    owner: z.object({ name: z.string(), email: z.string() }),
    members: z.number().int(),
    createdAt: instant,
  })
  .meta({ id: 'FoundWorkspace' })
export type FoundWorkspace = z.infer<typeof foundWorkspaceSchema>

export const foundWorkspacesSchema = page(foundWorkspaceSchema)
export type FoundWorkspaces = z.infer<typeof foundWorkspacesSchema>

/** Everything that the operator's page of one workspace begins with. */
export const inspectedWorkspaceSchema = foundWorkspaceSchema
  .omit({ members: true })
  .extend({
    members: z.array(
      z.object({ id: z.string(), name: z.string(), role: roleSchema, since: instant }),
    ),
    credits: creditsSchema.extend({
      grants: z.array(creditsSchema.shape.grants.element.extend({ reason: z.string() })),
    }),
    billing: billingSchema,
  })
  .meta({ id: 'InspectedWorkspace' })
export type InspectedWorkspace = z.infer<typeof inspectedWorkspaceSchema>

/** What an operator did to a workspace. */
export const operatorActionSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['grant', 'make_good', 'adjust', 'release', 'attend']),
    at: instant,
    operator: z.string(),
    reason: z.string(),
    credits,
    /** What came of it, in one sentence. */
    result: z.string(),
  })
  .meta({ id: 'OperatorAction' })
export type OperatorAction = z.infer<typeof operatorActionSchema>

export const operatorActionsSchema = page(operatorActionSchema)
export type OperatorActions = z.infer<typeof operatorActionsSchema>

export const newGrantSchema = z.strictObject({ credits: amount, endsAt: instant, reason })
export type NewGrant = z.infer<typeof newGrantSchema>

export const newMakeGoodSchema = z.strictObject({
  operationId: z.string().min(1).max(100),
  credits: amount,
  reason,
})
export type NewMakeGood = z.infer<typeof newMakeGoodSchema>

export const newAdjustmentSchema = z.strictObject({
  grantId: z.string().min(1).max(200),
  credits: amount,
  reason,
})
export type NewAdjustment = z.infer<typeof newAdjustmentSchema>

export const newReleaseSchema = z.strictObject({
  operationId: z.string().min(1).max(100),
  reason,
})
export type NewRelease = z.infer<typeof newReleaseSchema>

const price = z
  .number('must be a number')
  .int('must be a whole number')
  .min(0, 'must be at least 0')
  .max(1000, 'must be at most 1,000')
const prices = z.strictObject({
  'image.standard': price,
  'image.pro': price,
  'image.upscale': price,
  'website.import': price,
  'text.ideas': price,
  'text.caption': price,
  'text.post': price,
  'text.rewrite': price,
  'text.slides': price,
})

/** A version of the price book, whether it is over, in force or announced. */
export const publishedVersionSchema = priceVersionSchema
  .extend({
    /** Null: it came with the studio. */
    publishedBy: z.string().nullable(),
    publishedAt: instant,
    reason: z.string(),
    state: z.enum(['over', 'in_force', 'announced']),
  })
  .meta({ id: 'PublishedVersion' })
export type PublishedVersion = z.infer<typeof publishedVersionSchema>

export const priceBookSchema = z
  .object({
    /** Newest first. */
    versions: z.array(publishedVersionSchema),
    /** How long before it counts a version must be published. */
    noticeSeconds: z.number().int(),
  })
  .meta({ id: 'PriceBook' })
export type PriceBook = z.infer<typeof priceBookSchema>

export const pricesToPreviewSchema = z.strictObject({ prices })
export type PricesToPreview = z.infer<typeof pricesToPreviewSchema>

export const newPriceVersionSchema = z.strictObject({ prices, effectiveFrom: instant, reason })
export type NewPriceVersion = z.infer<typeof newPriceVersionSchema>

/** What was used of one action in the days before, and what the same would cost. */
export const pricePreviewLineSchema = z
  .object({
    action: z.string(),
    units: z.number().int(),
    /** As it was charged. */
    charged: credits,
    /** By the prices in force, and by those that are looked at. */
    inForce: credits,
    proposed: credits,
  })
  .meta({ id: 'PricePreviewLine' })
export type PricePreviewLine = z.infer<typeof pricePreviewLineSchema>

export const pricePreviewSchema = z
  .object({ days: z.number().int(), lines: z.array(pricePreviewLineSchema) })
  .meta({ id: 'PricePreview' })
export type PricePreview = z.infer<typeof pricePreviewSchema>

/** What one unit of an action costs at a provider, from a day on. */
export const providerPriceSchema = z
  .object({
    provider: z.string(),
    model: z.string(),
    action: z.string(),
    effectiveFrom: z.iso.date(),
    micros,
    source: z.string(),
    setBy: z.string().nullable(),
  })
  .meta({ id: 'ProviderPrice' })
export type ProviderPrice = z.infer<typeof providerPriceSchema>

const name = z.string('is missing').trim().min(1, 'is missing').max(100)
export const newProviderPriceSchema = z.strictObject({
  provider: name,
  model: name,
  action: prices.keyof(),
  effectiveFrom: z.iso.date('must be a day such as 2026-11-25'),
  micros: z
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be at least 0')
    .max(1_000_000_000, 'must be at most 1,000 pounds'),
  source: reason,
})
export type NewProviderPrice = z.infer<typeof newProviderPriceSchema>

/** What was used in a period, what it was worth at the plans' prices, and what it cost us. */
const marginFigures = {
  units: z.number().int(),
  credits,
  valueMicros: micros,
  costMicros: micros,
}
export const marginSchema = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    total: z.object(marginFigures),
    days: z.array(z.object({ date: z.iso.date(), ...marginFigures })),
    lines: z.array(
      z.object({
        action: z.string(),
        provider: z.string(),
        model: z.string(),
        /** False: no price is set, and it counts as if it had cost nothing. */
        priced: z.boolean(),
        ...marginFigures,
      }),
    ),
    prices: z.array(providerPriceSchema),
  })
  .meta({ id: 'Margin' })
export type Margin = z.infer<typeof marginSchema>

export const auditResultSchema = z
  .object({
    id: z.number().int(),
    startedAt: instant,
    endedAt: instant,
    /** What was compared, and how many of each. */
    looked: z.record(z.string(), z.number()),
    findingCount: z.number().int(),
    findings: z.array(z.object({ workspaceId: z.string(), id: z.string(), finding: z.string() })),
  })
  .meta({ id: 'AuditResult' })
export type AuditResult = z.infer<typeof auditResultSchema>

export const auditResultsSchema = z.object({
  /** Newest first. */
  items: z.array(auditResultSchema),
  /** One is asked for or running. */
  running: z.boolean(),
})
export type AuditResults = z.infer<typeof auditResultsSchema>

const ofWorkspace = { workspaceId: z.string(), workspace: z.string().nullable() }

/** What of the payments a person must look at. Names of workspaces are null where those are gone. */
export const paymentsSchema = z
  .object({
    provider: billingSchema.shape.provider,
    /** Events of the payment provider that could not be acted on yet, newest first. */
    failedEvents: z.array(
      z.object({
        id: z.string(),
        type: z.string(),
        receivedAt: instant,
        attempts: z.number().int(),
        error: z.string(),
        workspaceId: z.string().nullable(),
      }),
    ),
    /** What no rule settles, newest first, until an operator says that it is done. */
    attention: z.array(
      z.object({ ...ofWorkspace, id: z.string(), sentence: z.string(), at: instant }),
    ),
    /** Plans whose last payment failed, those that have been so the longest first. */
    unpaid: z.array(z.object({ ...ofWorkspace, plan: planIdSchema, since: instant })),
  })
  .meta({ id: 'Payments' })
export type Payments = z.infer<typeof paymentsSchema>

export const attendedSchema = z.strictObject({ attentionId: z.string().min(1).max(300), reason })
export type Attended = z.infer<typeof attendedSchema>
