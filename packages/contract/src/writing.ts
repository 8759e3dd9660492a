import { z } from 'zod'
import { intentSchema, intents } from './formulas.ts'
import { networkSchema, networks } from './networks.ts'
import { bodyMax, postSchema, postTypeSchema } from './posts.ts'
import { problemSchema } from './problem.ts'
import { quoteSchema } from './quote.ts'

/** What is behind an idea, for who wants to know more. */
export const ideaDetailsSchema = z
  .object({
    /** What the post says, point by point. */
    outline: z.array(z.string()),
    audience: z.string(),
    theme: z.string(),
    /** Why it fits the brand. */
    reason: z.string(),
  })
  .meta({ id: 'IdeaDetails' })
export type IdeaDetails = z.infer<typeof ideaDetailsSchema>

export const ideaSchema = z
  .object({
    title: z.string(),
    intent: intentSchema,
    /** The first line. */
    hook: z.string(),
    /** The hook among the formulas that the first line follows. */
    hookId: z.string().nullable(),
    angle: z.string(),
    details: ideaDetailsSchema,
  })
  .meta({ id: 'Idea' })
export type Idea = z.infer<typeof ideaSchema>

/** What one slide of a carousel says; `role` is one of its structure's. */
export const slideTextSchema = z
  .object({ role: z.string(), heading: z.string(), body: z.string() })
  .meta({ id: 'SlideText' })
export type SlideText = z.infer<typeof slideTextSchema>

export const ideasMax = 3
export const instructionMax = 500
export const slidesMax = 20
export const hashtagsMax = 30

const direction = z.string().trim().max(2000)
const id = z.string().max(100)
const formula = z.string().max(60)
const text = z.string().max(bodyMax)
const someText = text.refine((given) => given.trim() !== '', 'must not be empty')

const asked = {
  brandId: id.optional(),
  quote: quoteSchema,
}
const formulas = {
  /** A hook of the formulas. */
  hook: formula.optional(),
  /** A call to action of the formulas. */
  callToAction: formula.optional(),
  postType: postTypeSchema.optional(),
}

/** An idea as it comes back from a page: bounded, since all of it is told to the model. */
const givenIdeaSchema = z.strictObject({
  title: z.string().trim().max(600),
  intent: intentSchema,
  hook: z.string().trim().max(600),
  hookId: formula.nullable().optional(),
  angle: z.string().trim().max(2000),
  details: z
    .strictObject({
      outline: z.array(z.string().trim().max(600)).max(12),
      audience: z.string().trim().max(600),
      theme: z.string().trim().max(600),
      reason: z.string().trim().max(1000),
    })
    .optional(),
})

/** Up to three ideas; `avoid` names titles already seen. */
const ideasRequestSchema = z.strictObject({
  kind: z.literal('ideas'),
  direction: direction.optional(),
  /** Each idea has one of these; all are possible when none is given. */
  intents: z.array(intentSchema).max(intents.length).optional(),
  avoid: z.array(z.string().max(600)).max(60).optional(),
  count: z.number().int().min(1).max(ideasMax).optional(),
  network: networkSchema.optional(),
  ...formulas,
  ...asked,
})

/**
 * A caption or a post, kept as a draft when it is done. Needs a direction or an idea. It is written
 * for `network`, or for the only one of `networks`; for several it is the text they share.
 */
const textRequestSchema = z.strictObject({
  kind: z.enum(['caption', 'post']),
  direction: direction.optional(),
  idea: givenIdeaSchema.optional(),
  intent: intentSchema.optional(),
  network: networkSchema.optional(),
  /** The networks of the draft. */
  networks: z.array(networkSchema).max(networks.length).optional(),
  ...formulas,
  ...asked,
})

/** Rewrites `text`, which stands between `before` and `after`, as the instruction says. Keeps nothing. */
const rewriteRequestSchema = z.strictObject({
  kind: z.literal('rewrite'),
  text: someText,
  before: text.optional(),
  after: text.optional(),
  instruction: z.string().trim().min(1, 'say what to change').max(instructionMax),
  network: networkSchema.optional(),
  postId: id.optional(),
  ...asked,
})

/** Writes a post anew for one network, within what it allows. Keeps nothing. */
const versionRequestSchema = z.strictObject({
  kind: z.literal('version'),
  text: someText,
  network: networkSchema,
  postId: id.optional(),
  ...asked,
})

/** Hashtags for a text, without those it has. */
const hashtagsRequestSchema = z.strictObject({
  kind: z.literal('hashtags'),
  text: someText,
  count: z.number().int().min(1).max(hashtagsMax).optional(),
  network: networkSchema.optional(),
  postId: id.optional(),
  ...asked,
})

/** What is to be seen on a picture of the library. */
const altRequestSchema = z.strictObject({
  kind: z.literal('alt'),
  assetId: id,
  postId: id.optional(),
  ...asked,
})

/** What to draw for a post: one of the workspace, or a text. */
const imagePromptRequestSchema = z.strictObject({
  kind: z.literal('image_prompt'),
  postId: id.optional(),
  text: text.optional(),
  ...asked,
})

/**
 * The text of a carousel's slides. With `slides` and an instruction all of them are rewritten; else
 * a direction or a text says what they are about.
 */
const slidesRequestSchema = z.strictObject({
  kind: z.literal('slides'),
  /** A carousel structure of the formulas. */
  structureId: formula,
  direction: direction.optional(),
  text: text.optional(),
  count: z.number().int().min(1).max(slidesMax).optional(),
  slides: z
    .array(
      z.strictObject({
        role: z.string().max(60),
        heading: z.string().max(600),
        body: z.string().max(2000),
      }),
    )
    .min(1)
    .max(slidesMax)
    .optional(),
  instruction: z.string().trim().min(1).max(instructionMax).optional(),
  postId: id.optional(),
  ...asked,
})

export const newWritingSchema = z
  .discriminatedUnion('kind', [
    ideasRequestSchema,
    textRequestSchema,
    rewriteRequestSchema,
    versionRequestSchema,
    hashtagsRequestSchema,
    altRequestSchema,
    imagePromptRequestSchema,
    slidesRequestSchema,
  ])
  .meta({ id: 'NewWriting' })
export type NewWriting = z.input<typeof newWritingSchema>

/**
 * The events of the answer, which is a stream (`text/event-stream`); the event's name is `type`.
 * `done` holds the whole of it: what came before is a look at it while it is made.
 */
export const writingEventSchema = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('text'), delta: z.string() }),
    z.object({ type: z.literal('idea'), idea: ideaSchema }),
    z.object({ type: z.literal('slide'), slide: slideTextSchema }),
    /** What came so far was not as asked, and is written again from its beginning. */
    z.object({ type: z.literal('restart') }),
    z.object({
      type: z.literal('done'),
      generationId: z.string(),
      /** The draft of a caption or a post. */
      post: postSchema.nullable(),
      /** The whole text, where it was one. */
      text: z.string().nullable(),
      ideas: z.array(ideaSchema),
      hashtags: z.array(z.string()),
      slides: z.array(slideTextSchema),
      /** One sentence when something of it is not as asked. */
      note: z.string().nullable(),
      credits: z.number().int(),
    }),
    z.object({ type: z.literal('problem'), problem: problemSchema }),
  ])
  .meta({ id: 'WritingEvent' })
export type WritingEvent = z.infer<typeof writingEventSchema>

/** Keeps ideas under Posts, all of them or none. A draft has the idea's outline to be written from. */
export const keptIdeasSchema = z
  .strictObject({
    ideas: z.array(givenIdeaSchema).min(1).max(12),
    state: z.enum(['idea', 'draft']).default('idea'),
    brandId: id.optional(),
    networks: z.array(networkSchema).max(networks.length).optional(),
    postType: postTypeSchema.optional(),
  })
  .meta({ id: 'KeptIdeas' })
export type KeptIdeas = z.input<typeof keptIdeasSchema>

export const keptPostsSchema = z.object({ items: z.array(postSchema) }).meta({ id: 'KeptPosts' })
export type KeptPosts = z.infer<typeof keptPostsSchema>
