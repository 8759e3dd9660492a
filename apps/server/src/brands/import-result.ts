import { brandColorsSchema, brandFontsSchema, evidenceSchema } from '@rheos/contract'
import { z } from 'zod'

const found = { confidence: z.number(), evidence: z.array(evidenceSchema) }

const storedLogoSchema = z.object({
  /** Where its bytes lie in the storage. */
  key: z.string(),
  mediaType: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  bytes: z.number().int(),
  source: z.string(),
})
export type StoredLogo = z.infer<typeof storedLogoSchema>

const storedFindingSchema = z.discriminatedUnion('field', [
  z.object({
    field: z.enum(['name', 'website', 'description', 'language', 'identity']),
    value: z.string(),
    ...found,
  }),
  z.object({
    field: z.enum(['tone', 'audience', 'themes']),
    value: z.array(z.string()),
    ...found,
  }),
  z.object({ field: z.literal('colors'), value: brandColorsSchema, ...found }),
  z.object({ field: z.literal('fonts'), value: brandFontsSchema, ...found }),
  z.object({ field: z.literal('logo'), value: z.array(storedLogoSchema).min(1), ...found }),
])
export type StoredFinding = z.infer<typeof storedFindingSchema>

/** What a website import asks for. */
export const importOrderSchema = z.object({ url: z.string() })
export type ImportOrder = z.infer<typeof importOrderSchema>

/** What is kept of a website that was read and paid for. */
export const importResultSchema = z.object({
  address: z.string(),
  pages: z.array(z.object({ url: z.string(), title: z.string() })),
  findings: z.array(storedFindingSchema),
})
export type ImportResult = z.infer<typeof importResultSchema>

/** The pages as they are read; kept as the detail of the progress. */
export const pagesProgressSchema = z.array(
  z.object({
    url: z.string(),
    title: z.string(),
    state: z.enum(['reading', 'read', 'failed']),
  }),
)
export type PagesProgress = z.infer<typeof pagesProgressSchema>
