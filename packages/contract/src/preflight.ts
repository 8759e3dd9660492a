import { z } from 'zod'
import { networkSchema, networks } from './networks.ts'
import { newPostSchema, postSchema } from './posts.ts'

const index = z.int().nonnegative()
const label = z.string()
const pixels = z.object({ width: z.int(), height: z.int() })
const ofPicture = { label, media: index, assetId: z.string() }

/** What would mend a finding. `crop`, `resize` and `convert` are for whoever has the pixels. */
export const preflightFixSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('trim'), label, part: index }),
    z.object({ kind: z.literal('split'), label, part: index, numbered: z.boolean() }),
    z.object({ kind: z.literal('joinParts'), label }),
    z.object({ kind: z.literal('dropEmptyParts'), label }),
    z.object({ kind: z.literal('keepParts'), label, keep: index }),
    z.object({ kind: z.literal('dropHashtags'), label, part: index, keep: index }),
    z.object({ kind: z.literal('dropRepeatedHashtags'), label }),
    z.object({ kind: z.literal('removeForbidden'), label, of: z.enum(['text', 'title']) }),
    z.object({ kind: z.literal('removeControls'), label }),
    z.object({ kind: z.literal('addScheme'), label }),
    z.object({ kind: z.literal('trimTitle'), label }),
    z.object({ kind: z.literal('titleFromText'), label }),
    z.object({ kind: z.literal('shortenAlt'), label, media: index }),
    z.object({ kind: z.literal('removeMedia'), label, media: z.array(index).readonly() }),
    z.object({ kind: z.literal('crop'), ...ofPicture, aspect: pixels, pixels }),
    z.object({ kind: z.literal('resize'), ...ofPicture, pixels, maxBytes: z.int() }),
    z.object({
      kind: z.literal('convert'),
      ...ofPicture,
      mediaType: z.string(),
      maxBytes: z.int(),
    }),
  ])
  .meta({ id: 'PreflightFix' })

/** One thing that is wrong with a post for one network. Codes are stable; `message` is for people. */
export const preflightFindingSchema = z
  .object({
    code: z.string().meta({ examples: ['text.too_long', 'media.aspect'] }),
    /** An error stops publishing to this network. */
    severity: z.enum(['error', 'warning']),
    network: networkSchema,
    message: z.string(),
    /** Which part of the thread, from 0. */
    part: index.optional(),
    /** Which of the media, from 0. */
    media: index.optional(),
    assetId: z.string().optional(),
    fixes: z.array(preflightFixSchema).readonly(),
  })
  .meta({ id: 'PreflightFinding' })
export type PreflightFinding = z.infer<typeof preflightFindingSchema>

/** A post as it stands in an editor, saved or not. */
export const preflightRequestSchema = z
  .strictObject({
    type: postSchema.shape.type.default('text'),
    title: newPostSchema.shape.title,
    body: newPostSchema.shape.body,
    versions: postSchema.shape.versions.default({}),
    media: newPostSchema.shape.media.unwrap().default([]),
    networks: z.array(networkSchema).min(1).max(networks.length),
  })
  .meta({ id: 'PreflightRequest' })
export type PreflightRequest = z.infer<typeof preflightRequestSchema>

export const preflightSchema = z
  .object({
    networks: z.array(
      z.object({
        network: networkSchema,
        /** No finding is an error. */
        ready: z.boolean(),
        findings: z.array(preflightFindingSchema),
      }),
    ),
  })
  .meta({ id: 'Preflight' })
export type Preflight = z.infer<typeof preflightSchema>
