import { ideaDetailsSchema, ideaSchema, newWritingSchema, slideTextSchema } from '@rheos/contract'
import { z } from 'zod'

/** What is kept of a request for writing: all of it. */
export const writingOrderSchema = newWritingSchema
export type WritingOrder = z.output<typeof writingOrderSchema>

const noDetails = { outline: [], audience: '', theme: '', reason: '' }
/** Ideas that were kept before they had details have none. */
const keptIdeaSchema = ideaSchema.extend({
  hookId: z.string().nullable().default(null),
  details: ideaDetailsSchema.default(noDetails),
})

/** What is kept of what was written: a caption or post as a draft, everything else here. */
export const writingResultSchema = z.object({
  postId: z.string().nullable(),
  text: z.string().nullable().default(null),
  ideas: z.array(keptIdeaSchema).default([]),
  hashtags: z.array(z.string()).default([]),
  slides: z.array(slideTextSchema).default([]),
  note: z.string().nullable().default(null),
})
export type WritingResult = z.infer<typeof writingResultSchema>
