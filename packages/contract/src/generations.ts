import { z } from 'zod'
import { assetSchema } from './library.ts'
import { problemCodeSchema } from './problem.ts'
import { quoteSchema } from './quote.ts'

export const tierSchema = z.enum(['standard', 'pro']).meta({ id: 'Tier' })
export type Tier = z.infer<typeof tierSchema>

export const aspectSchema = z.enum(['square', 'portrait', 'landscape']).meta({ id: 'Aspect' })
export type Aspect = z.infer<typeof aspectSchema>

export const promptMax = 2000
export const imageCountMax = 4

/** Asks for one to four images of one prompt. `quote.credits` is the total of the request. */
export const newGenerationSchema = z
  .strictObject({
    kind: z.literal('image'),
    tier: tierSchema,
    prompt: z
      .string()
      .trim()
      .min(1, 'say what the image should show')
      .max(promptMax, `must be at most ${promptMax} characters`),
    aspect: aspectSchema,
    count: z.number().int().min(1).max(imageCountMax),
    brandId: z.string().optional(),
    /** Put the brand's logo on the image; true unless said otherwise. */
    withLogo: z.boolean().optional(),
    quote: quoteSchema,
  })
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
        prompt: z.string(),
        tier: tierSchema,
        aspect: aspectSchema,
        count: z.number().int(),
        withLogo: z.boolean(),
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
