import { z } from 'zod'
import { brandColorsSchema, brandFieldSchema, brandFontsSchema, brandSchema } from './brands.ts'
import {
  generationCreditsSchema,
  generationErrorSchema,
  generationStatusSchema,
} from './generations.ts'
import { quoteSchema } from './quote.ts'

export const newImportSchema = z
  .strictObject({
    url: z.string().trim().min(1, 'enter the address of the website').max(2000),
    quote: quoteSchema,
  })
  .meta({ id: 'NewImport' })
export type NewImport = z.input<typeof newImportSchema>

export const evidenceSchema = z
  .object({
    /** Address of the page it was read on. */
    page: z.string(),
    snippet: z.string(),
    /** Where on the page: `og:site_name`, `json-ld`, `css --primary` … */
    source: z.string(),
  })
  .meta({ id: 'Evidence' })
export type Evidence = z.infer<typeof evidenceSchema>

export const logoCandidateSchema = z
  .object({
    url: z.string(),
    width: z.number().int(),
    height: z.number().int(),
    source: z.string(),
  })
  .meta({ id: 'LogoCandidate' })
export type LogoCandidate = z.infer<typeof logoCandidateSchema>

const findingBase = {
  /** 0 to 1. */
  confidence: z.number(),
  evidence: z.array(evidenceSchema),
  /** How it compares with the brand as it stands; `hand_edited` differs from what a person wrote. */
  comparison: z.enum(['new', 'same', 'differs', 'hand_edited']),
  decision: z.enum(['accepted', 'dismissed']).nullable(),
}

export const findingSchema = z
  .discriminatedUnion('field', [
    z.object({
      field: z.enum(['name', 'website', 'description', 'language', 'identity']),
      value: z.string(),
      current: z.string().nullable(),
      ...findingBase,
    }),
    z.object({
      field: z.enum(['tone', 'audience', 'themes']),
      value: z.array(z.string()),
      current: z.array(z.string()).nullable(),
      ...findingBase,
    }),
    z.object({
      field: z.literal('colors'),
      value: brandColorsSchema,
      current: brandColorsSchema.nullable(),
      ...findingBase,
    }),
    z.object({
      field: z.literal('fonts'),
      value: brandFontsSchema,
      current: brandFontsSchema.nullable(),
      ...findingBase,
    }),
    z.object({
      field: z.literal('logo'),
      value: z.array(logoCandidateSchema),
      current: z.string().nullable(),
      ...findingBase,
    }),
  ])
  .meta({ id: 'Finding' })
export type Finding = z.infer<typeof findingSchema>

/** One reading of a website for a brand. `findings` appear once they are paid for. */
export const websiteImportSchema = z
  .object({
    id: z.string(),
    brandId: z.string(),
    url: z.string(),
    status: generationStatusSchema,
    /** The pages as they are read. */
    pages: z.array(
      z.object({
        url: z.string(),
        title: z.string(),
        state: z.enum(['reading', 'read', 'failed']),
      }),
    ),
    message: z.string(),
    findings: z.array(findingSchema),
    credits: generationCreditsSchema,
    error: generationErrorSchema.optional(),
    createdAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'WebsiteImport' })
export type WebsiteImport = z.infer<typeof websiteImportSchema>

export const websiteImportsSchema = z.object({ items: z.array(websiteImportSchema) })
export type WebsiteImports = z.infer<typeof websiteImportsSchema>

/** Accept or dismiss findings, field by field. `choice` picks one of several logos (0 is the first). */
export const decisionsSchema = z
  .strictObject({
    decisions: z
      .array(
        z.strictObject({
          field: brandFieldSchema,
          accept: z.boolean(),
          choice: z.number().int().nonnegative().optional(),
          /** For lists: add what was found to what is there, instead of taking its place. */
          merge: z.boolean().optional(),
        }),
      )
      .min(1)
      .max(20),
  })
  .meta({ id: 'Decisions' })
export type Decisions = z.input<typeof decisionsSchema>

export const decidedSchema = z
  .object({ brand: brandSchema, import: websiteImportSchema })
  .meta({ id: 'Decided' })
export type Decided = z.infer<typeof decidedSchema>
