import { z } from 'zod'
import { networkSchema, networks } from './networks.ts'
import { scheduleSchema } from './schedule.ts'

const state = z.enum(['idea', 'draft'])
/**
 * `scheduled` until its instant; `publishing` while any network is under way; then `published` where
 * all have it, `partly_published` where some do, and `failed` where none does.
 */
export const postStateSchema = z
  .enum(['idea', 'draft', 'scheduled', 'publishing', 'published', 'partly_published', 'failed'])
  .meta({ id: 'PostState' })
export type PostState = z.infer<typeof postStateSchema>

export const postTypeSchema = z
  .enum(['text', 'image', 'carousel', 'video'])
  .meta({ id: 'PostType' })
export type PostType = z.infer<typeof postTypeSchema>

export const bodyMax = 20_000
export const altMax = 5000
export const mediaMax = 35
export const threadMax = 50

/** A picture of the library as a post shows it; `alt` is the post's own, whatever the library's says. */
export const mediaItemSchema = z
  .strictObject({ assetId: z.string().max(100), alt: z.string().max(altMax).default('') })
  .meta({ id: 'MediaItem' })
export type MediaItem = z.infer<typeof mediaItemSchema>

const body = z.string().max(bodyMax)
const media = z.array(mediaItemSchema).max(mediaMax)
const thread = z.array(body).max(threadMax)

/** What a network gets instead of the post's own; what is absent follows the post. */
export const postVersionSchema = z
  .strictObject({
    title: z.string().max(200).optional(),
    body: body.optional(),
    /** Further posts after the body, each an answer to the one before. */
    thread: thread.optional(),
    /** Written under the post by its own account once it is out, where the network has comments. */
    firstComment: body.optional(),
    media: media.optional(),
  })
  .meta({ id: 'PostVersion' })
export type PostVersion = z.infer<typeof postVersionSchema>

export const postVersionsSchema = z.partialRecord(networkSchema, postVersionSchema)
export type PostVersions = z.infer<typeof postVersionsSchema>

/** An idea, a draft, or a post on its way; listed under Posts. */
export const postSchema = z
  .object({
    id: z.string(),
    state: postStateSchema,
    type: postTypeSchema,
    brandId: z.string().nullable(),
    title: z.string(),
    /** The text for every network without a version of its own. */
    body: z.string(),
    /** Where it is meant to go. */
    networks: z.array(networkSchema),
    versions: postVersionsSchema,
    media: z.array(mediaItemSchema),
    intent: z.string().nullable(),
    /** The id of the hook it was written with. */
    hook: z.string().nullable(),
    carouselId: z.string().nullable(),
    /** `ai` until a person edits it. */
    writtenBy: z.enum(['ai', 'hand']),
    /** Null until it is scheduled. */
    schedule: scheduleSchema.nullable(),
    revision: z.number().int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Post' })
export type Post = z.infer<typeof postSchema>

export const postsSchema = z.object({ items: z.array(postSchema), next: z.string().nullable() })
export type Posts = z.infer<typeof postsSchema>

const content = {
  type: postTypeSchema.optional(),
  networks: z.array(networkSchema).max(networks.length).optional(),
  versions: postVersionsSchema.optional(),
  media: media.optional(),
  carouselId: z.string().max(100).nullable().optional(),
}

export const newPostSchema = z
  .strictObject({
    state: state.default('draft'),
    brandId: z.string().optional(),
    title: z.string().trim().max(200).default(''),
    body: body.default(''),
    intent: z.string().max(40).optional(),
    hook: z.string().max(60).optional(),
    ...content,
  })
  .meta({ id: 'NewPost' })
export type NewPost = z.input<typeof newPostSchema>

/** A change of one network's version: what is absent stays, `null` follows the post again. */
export const versionChangeSchema = z
  .strictObject({
    title: z.string().max(200).nullable().optional(),
    body: body.nullable().optional(),
    thread: thread.nullable().optional(),
    firstComment: body.nullable().optional(),
    media: media.nullable().optional(),
  })
  .meta({ id: 'VersionChange' })
export type VersionChange = z.infer<typeof versionChangeSchema>

/** What the changed fields held when the edit began. */
const baseSchema = z.strictObject({
  title: z.string().max(200).optional(),
  body: body.optional(),
  networks: content.networks,
  media: content.media,
  versions: postVersionsSchema.optional(),
})

/**
 * Changes field by field. `revision` is the one the edit began from: fields that were changed
 * meanwhile are merged by what they held in `base`, and where both sides changed the same words the
 * answer is `edited_elsewhere` with the post as it is. Without `revision` the change stands as it is.
 */
export const postChangeSchema = z
  .strictObject({
    revision: z.number().int().optional(),
    base: baseSchema.optional(),
    /** `rewrite`: the text is an AI model's suggestion that was accepted. */
    reason: z.enum(['edit', 'rewrite']).optional(),
    state: state.optional(),
    title: z.string().trim().max(200).optional(),
    body: body.optional(),
    ...content,
    /** Networks that are not named keep their versions; `null` takes the whole version away. */
    versions: z.partialRecord(networkSchema, versionChangeSchema.nullable()).optional(),
  })
  .meta({ id: 'PostChange' })
export type PostChange = z.input<typeof postChangeSchema>

/** A state of a post that can be seen and brought back. */
export const postRevisionSchema = z
  .object({
    number: z.number().int(),
    /** `set_aside`: what could not be saved because the same words were changed elsewhere. */
    kind: z.enum(['begun', 'edit', 'rewrite', 'restore', 'set_aside']),
    /** What changed, in a few words: `Text, 1 picture added`. */
    summary: z.string(),
    by: z.object({ id: z.string(), name: z.string() }),
    at: z.iso.datetime(),
  })
  .meta({ id: 'PostRevision' })
export type PostRevision = z.infer<typeof postRevisionSchema>

/** Newest first. */
export const postRevisionsSchema = z.object({ items: z.array(postRevisionSchema) })
export type PostRevisions = z.infer<typeof postRevisionsSchema>

/** What of a post its history keeps. */
export const postContentSchema = z
  .object({
    type: postTypeSchema,
    title: z.string(),
    body: z.string(),
    networks: z.array(networkSchema),
    versions: postVersionsSchema,
    media: z.array(mediaItemSchema),
    carouselId: z.string().nullable(),
  })
  .meta({ id: 'PostContent' })
export type PostContent = z.infer<typeof postContentSchema>

export const postRevisionDetailSchema = postRevisionSchema
  .extend({ content: postContentSchema })
  .meta({ id: 'PostRevisionDetail' })
export type PostRevisionDetail = z.infer<typeof postRevisionDetailSchema>
