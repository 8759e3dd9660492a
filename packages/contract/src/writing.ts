import { z } from 'zod'
import { networkSchema } from './networks.ts'
import { postSchema } from './posts.ts'
import { problemSchema } from './problem.ts'
import { quoteSchema } from './quote.ts'

export const intents = [
  'sell',
  'educate',
  'prove',
  'connect',
  'provoke',
  'inspire',
  'announce',
  'entertain',
] as const
export const intentSchema = z.enum(intents).meta({ id: 'Intent' })
export type Intent = z.infer<typeof intentSchema>

export const ideaSchema = z
  .object({ title: z.string(), intent: intentSchema, hook: z.string(), angle: z.string() })
  .meta({ id: 'Idea' })
export type Idea = z.infer<typeof ideaSchema>

const direction = z.string().trim().max(2000)
const about = {
  brandId: z.string().optional(),
  intent: intentSchema.optional(),
  network: networkSchema.optional(),
  quote: quoteSchema,
}

/** An idea as it comes back from a page: bounded, since all of it is told to the model. */
const givenIdeaSchema = z.strictObject({
  title: z.string().trim().max(600),
  intent: intentSchema,
  hook: z.string().trim().max(600),
  angle: z.string().trim().max(2000),
})

/** Three ideas; `avoid` names titles already seen. */
const ideasRequestSchema = z.strictObject({
  kind: z.literal('ideas'),
  direction: direction.optional(),
  avoid: z.array(z.string().max(600)).max(60).optional(),
  ...about,
})
/** A caption or a post, kept as a draft when it is done. Needs a direction or an idea. */
const textRequestSchema = z.strictObject({
  kind: z.enum(['caption', 'post']),
  direction: direction.optional(),
  idea: givenIdeaSchema.optional(),
  ...about,
})

export const newWritingSchema = z
  .discriminatedUnion('kind', [ideasRequestSchema, textRequestSchema])
  .meta({ id: 'NewWriting' })
export type NewWriting = z.input<typeof newWritingSchema>

/** The events of the answer, which is a stream (`text/event-stream`); the event's name is `type`. */
export const writingEventSchema = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('text'), delta: z.string() }),
    z.object({ type: z.literal('idea'), idea: ideaSchema }),
    z.object({
      type: z.literal('done'),
      generationId: z.string(),
      post: postSchema.nullable(),
      ideas: z.array(ideaSchema),
      credits: z.number().int(),
    }),
    z.object({ type: z.literal('problem'), problem: problemSchema }),
  ])
  .meta({ id: 'WritingEvent' })
export type WritingEvent = z.infer<typeof writingEventSchema>
