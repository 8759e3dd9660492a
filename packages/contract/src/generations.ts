import { z } from 'zod'
import { imageActionSchema } from './image-actions.ts'
import { assetSchema } from './library.ts'
import { problemCodeSchema } from './problem.ts'
import { quoteSchema } from './quote.ts'

export const tierSchema = z.enum(['standard', 'pro']).meta({ id: 'Tier' })
export type Tier = z.infer<typeof tierSchema>

export const aspectSchema = z.enum(['square', 'portrait', 'landscape']).meta({ id: 'Aspect' })
export type Aspect = z.infer<typeof aspectSchema>

export const promptMax = 2000
export const imageCountMax = 4

const prompt = (ask: string) =>
  z.string().trim().min(1, ask).max(promptMax, `must be at most ${promptMax} characters`)
const count = z.number().int().min(1).max(imageCountMax)
const asked = {
  kind: z.literal('image'),
  /** Whose look it gets; without it, the brand of the picture it is made from. */
  brandId: z.string().optional(),
  quote: quoteSchema,
}
/** The picture of the library it is made from. */
const assetId = z.string().min(1).max(100)

/** One to four images of one prompt. `quote.credits` is the total of the request. */
const generateSchema = z.strictObject({
  ...asked,
  action: z.literal('generate').optional(),
  tier: tierSchema,
  prompt: prompt('say what the image should show'),
  aspect: aspectSchema,
  count,
  /** Put the brand's logo on the image; true unless said otherwise. */
  withLogo: z.boolean().optional(),
})
/** Other pictures of the same prompt; of a picture without one, others like it. */
const variationSchema = z.strictObject({
  ...asked,
  action: z.literal('variation'),
  assetId,
  tier: tierSchema,
  count,
})
/** The picture changed as an instruction says, or drawn again by another prompt. */
const editSchema = z.strictObject({
  ...asked,
  action: z.literal('edit'),
  assetId,
  tier: tierSchema,
  by: z.enum(['instruction', 'prompt']).optional(),
  prompt: prompt('say what to change'),
})
/** The picture with another background. */
const backgroundSchema = z.strictObject({
  ...asked,
  action: z.literal('background'),
  assetId,
  tier: tierSchema,
  prompt: prompt('say what the background should be'),
})
/** The picture with twice or four times as many pixels on a side. */
const upscaleSchema = z.strictObject({
  ...asked,
  action: z.literal('upscale'),
  assetId,
  factor: z.union([z.literal(2), z.literal(4)]),
})

/** Asks for images. An `action` that is left out is `generate`. */
export const newGenerationSchema = z
  .discriminatedUnion('action', [
    generateSchema,
    variationSchema,
    editSchema,
    backgroundSchema,
    upscaleSchema,
  ])
  .meta({ id: 'NewGeneration' })
export type NewGeneration = z.input<typeof newGenerationSchema>

export const generationStatusSchema = z
  .enum(['queued', 'running', 'succeeded', 'failed', 'cancelled'])
  .meta({ id: 'GenerationStatus' })
export type GenerationStatus = z.infer<typeof generationStatusSchema>

export const generationCreditsSchema = z
  .object({
    held: z.number().int().nonnegative(),
    spent: z.number().int().nonnegative(),
    released: z.number().int().nonnegative(),
  })
  .meta({ id: 'GenerationCredits' })
export type GenerationCredits = z.infer<typeof generationCreditsSchema>

export const progressSchema = z
  .object({ done: z.number().int(), total: z.number().int(), message: z.string() })
  .meta({ id: 'Progress' })
export type Progress = z.infer<typeof progressSchema>

export const generationErrorSchema = z
  .object({ code: problemCodeSchema, detail: z.string() })
  .meta({ id: 'GenerationError' })
export type GenerationError = z.infer<typeof generationErrorSchema>

/** One run of an AI action. Nothing of its result can be read before its status is `succeeded`. */
export const generationSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['image', 'import', 'writing']),
    status: generationStatusSchema,
    progress: progressSchema.nullable(),
    /** What was asked for, when it was an image. */
    image: z
      .object({
        action: imageActionSchema,
        /** The words: a prompt, or what to change. Empty where none are needed. */
        prompt: z.string(),
        /** What an edit goes by. */
        by: z.enum(['instruction', 'prompt']),
        tier: tierSchema,
        /** The nearest; `width` and `height` are exact. */
        aspect: aspectSchema,
        width: z.number().int(),
        height: z.number().int(),
        count: z.number().int(),
        withLogo: z.boolean(),
        /** The picture it was made from. */
        assetId: z.string().nullable(),
        /** Of an upscaling. */
        factor: z.number().int().nullable(),
      })
      .nullable(),
    brandId: z.string().nullable(),
    assets: z.array(assetSchema),
    credits: generationCreditsSchema,
    error: generationErrorSchema.optional(),
    /** One sentence when less was delivered, and paid, than ordered. */
    note: z.string().optional(),
    createdAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Generation' })
export type Generation = z.infer<typeof generationSchema>

export const acceptedSchema = z
  .object({
    id: z.string(),
    status: generationStatusSchema,
    credits: z.object({ held: z.number().int().nonnegative() }),
  })
  .meta({ id: 'Accepted' })
export type Accepted = z.infer<typeof acceptedSchema>

export const generationsSchema = z.object({
  items: z.array(generationSchema),
  next: z.string().nullable(),
})
export type Generations = z.infer<typeof generationsSchema>
