import { aspectSchema, imageActionSchema, tierSchema } from '@rheos/contract'
import { z } from 'zod'
import { imageSize } from '../models/image-size.ts'

const fields = z.object({
  action: imageActionSchema.default('generate'),
  /** How it is done: a variation may be drawn from the prompt, or from the picture. */
  way: z.enum(['draw', 'edit', 'vary', 'background', 'upscale']).default('draw'),
  /** What is drawn, or what to change. */
  prompt: z.string(),
  by: z.enum(['instruction', 'prompt']).default('instruction'),
  tier: tierSchema,
  aspect: aspectSchema,
  width: z.number().int().positive().optional(),
  height: z.number().int().positive().optional(),
  count: z.number().int().positive(),
  withLogo: z.boolean(),
  /** The picture it is made from. */
  assetId: z.string().nullable().default(null),
  factor: z
    .union([z.literal(2), z.literal(4)])
    .nullable()
    .default(null),
  /** Given where a picture is drawn again and should stay alike. */
  seed: z.number().int().nullable().default(null),
})

/** What is kept of a request for images, to make them and to show what was asked. */
export const imageOrderSchema = fields.transform((order) => {
  const size = imageSize(order.aspect, order.tier)
  return { ...order, width: order.width ?? size.width, height: order.height ?? size.height }
})
export type ImageOrder = z.infer<typeof imageOrderSchema>
