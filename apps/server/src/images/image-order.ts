import { aspectSchema, tierSchema } from '@rheos/contract'
import { z } from 'zod'

/** What is kept of a request for images, to draw them and to show what was asked. */
export const imageOrderSchema = z.object({
  prompt: z.string(),
  tier: tierSchema,
  aspect: aspectSchema,
  count: z.number().int().positive(),
  withLogo: z.boolean(),
})
export type ImageOrder = z.infer<typeof imageOrderSchema>
