import { z } from 'zod'

/** Characters of a source's text that are kept. */
export const sourceTextMax = 200_000
/** Characters that can be pasted; a longer text is added as a file. */
export const pastedTextMax = 60_000

export const sourceKindSchema = z
  .enum(['website', 'document', 'text'])
  .meta({ id: 'BrandSourceKind' })
export type BrandSourceKind = z.infer<typeof sourceKindSchema>

/** Something that a brand was told of: what is written for it may draw on its text. */
export const brandSourceSchema = z
  .object({
    id: z.string(),
    brandId: z.string(),
    kind: sourceKindSchema,
    title: z.string(),
    /** A website that is just being read has no text yet. */
    state: z.enum(['reading', 'ready']),
    /** Where a website was read. */
    address: z.string().nullable(),
    /** The name of an uploaded file. */
    fileName: z.string().nullable(),
    pages: z.number().int().nullable(),
    characters: z.number().int(),
    words: z.number().int(),
    /** The document was longer than what is kept. */
    cut: z.boolean(),
    /** Its first lines. */
    beginning: z.string(),
    addedBy: z.string(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'BrandSource' })
export type BrandSource = z.infer<typeof brandSourceSchema>

export const brandSourcesSchema = z.object({ items: z.array(brandSourceSchema) })
export type BrandSources = z.infer<typeof brandSourcesSchema>

export const brandSourceTextSchema = z
  .object({ source: brandSourceSchema, text: z.string() })
  .meta({ id: 'BrandSourceText' })
export type BrandSourceText = z.infer<typeof brandSourceTextSchema>

const title = z.string().trim().max(120)

export const newTextSourceSchema = z
  .strictObject({
    title: title.optional(),
    text: z
      .string()
      .max(pastedTextMax, 'is longer than 60,000 characters: add it as a file')
      .refine((text) => text.trim() !== '', 'must not be empty'),
  })
  .meta({ id: 'NewTextSource' })
export type NewTextSource = z.input<typeof newTextSourceSchema>

export const brandSourceChangeSchema = z
  .strictObject({ title: title.min(1, 'must not be empty') })
  .meta({ id: 'BrandSourceChange' })
export type BrandSourceChange = z.input<typeof brandSourceChangeSchema>
