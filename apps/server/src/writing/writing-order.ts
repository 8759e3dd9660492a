import { ideaSchema, intentSchema, networkSchema } from '@rheos/contract'
import { z } from 'zod'

const about = {
  direction: z.string(),
  intent: intentSchema.optional(),
  network: networkSchema.optional(),
}

/** What is kept of a request for writing. */
export const writingOrderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ideas'), avoid: z.array(z.string()), ...about }),
  z.object({ kind: z.enum(['caption', 'post']), idea: ideaSchema.optional(), ...about }),
])
export type WritingOrder = z.infer<typeof writingOrderSchema>

/** What is kept of what was written: ideas here, a caption or post as a draft. */
export const writingResultSchema = z.object({
  postId: z.string().nullable(),
  ideas: z.array(ideaSchema),
})
export type WritingResult = z.infer<typeof writingResultSchema>
