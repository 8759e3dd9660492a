import { z } from 'zod'

const state = z.enum(['idea', 'draft'])

/** An idea or a draft of a post; listed under Posts. */
export const draftSchema = z
  .object({
    id: z.string(),
    state,
    brandId: z.string().nullable(),
    title: z.string(),
    body: z.string(),
    intent: z.string().nullable(),
    platform: z.string().nullable(),
    /** `ai` until a person edits it. */
    writtenBy: z.enum(['ai', 'hand']),
    revision: z.number().int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Draft' })
export type Draft = z.infer<typeof draftSchema>

export const draftsSchema = z.object({ items: z.array(draftSchema), next: z.string().nullable() })
export type Drafts = z.infer<typeof draftsSchema>

export const newDraftSchema = z
  .strictObject({
    state: state.default('draft'),
    brandId: z.string().optional(),
    title: z.string().trim().max(200).default(''),
    body: z.string().max(20_000).default(''),
    intent: z.string().max(40).optional(),
    platform: z.string().max(40).optional(),
  })
  .meta({ id: 'NewDraft' })
export type NewDraft = z.input<typeof newDraftSchema>

/** `revision` is the one the edit began from; another one meanwhile answers `edited_elsewhere`. */
export const draftChangeSchema = z
  .strictObject({
    revision: z.number().int().optional(),
    state: state.optional(),
    title: z.string().trim().max(200).optional(),
    body: z.string().max(20_000).optional(),
    platform: z.string().max(40).nullable().optional(),
  })
  .meta({ id: 'DraftChange' })
export type DraftChange = z.input<typeof draftChangeSchema>
