import { z } from 'zod'

/** What a brand check can find. A client may branch on these. */
export const brandCheckCodes = [
  'banned_word',
  'off_tone',
  'too_long',
  'missing_theme',
  'missing_audience',
  'low_contrast',
  'unsupported_claim',
  'wrong_language',
  'competing_calls_to_action',
] as const
export const brandCheckCodeSchema = z.enum(brandCheckCodes).meta({ id: 'BrandCheckCode' })
export type BrandCheckCode = z.infer<typeof brandCheckCodeSchema>

const offset = z.number().int().nonnegative()

/** A piece of the text that was checked; offsets count as those of a JavaScript string do. */
export const checkedSpanSchema = z
  .object({ start: offset, end: offset, quote: z.string() })
  .meta({ id: 'CheckedSpan' })
export type CheckedSpan = z.infer<typeof checkedSpanSchema>

export const textEditSchema = z
  .object({ start: offset, end: offset, replacement: z.string() })
  .meta({ id: 'TextEdit' })
export type TextEdit = z.infer<typeof textEditSchema>

export const brandFindingSchema = z
  .object({
    code: brandCheckCodeSchema,
    severity: z.enum(['high', 'medium', 'low']),
    /** What is found, in one sentence. */
    message: z.string(),
    /** Which line of the brand it goes by. */
    why: z.string(),
    /** Where; empty when it is about the whole. */
    spans: z.array(checkedSpanSchema),
    /** What can be put right by rule, in the order of the text, not overlapping. */
    fix: z.object({ label: z.string(), edits: z.array(textEditSchema).min(1) }).nullable(),
    /** What to ask of a rewrite where no rule can put it right. */
    rewrite: z.string().nullable(),
    /** How many of 100 points it takes. */
    points: z.number().int().positive(),
  })
  .meta({ id: 'BrandFinding' })
export type BrandFinding = z.infer<typeof brandFindingSchema>

/** What a brand says that a text is held against. */
export const brandCheckParts = ['tone', 'themes', 'audience', 'language', 'words'] as const
export type BrandCheckPart = (typeof brandCheckParts)[number]

export const brandCheckSchema = z
  .object({
    /**
     * 100 less the points of the findings, at least 0. It is about what the brand says: none where that is
     * too little to judge by, which is where more parts are unknown than known, and none without a text.
     */
    score: z.number().int().min(0).max(100).nullable(),
    findings: z.array(brandFindingSchema),
    /** What could not be looked at because the brand does not say it yet. */
    unknown: z.array(z.enum(brandCheckParts)),
  })
  .meta({ id: 'BrandCheck' })
export type BrandCheck = z.infer<typeof brandCheckSchema>

const hex = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #1a73e8')

export const newBrandCheckSchema = z
  .strictObject({
    text: z.string().max(50_000, 'is longer than 50,000 characters: check it in parts'),
    /** Where it will stand; a name of a network. */
    network: z.string().trim().max(40).optional(),
    /** Colours that text and its ground have, as on a design. */
    colors: z
      .array(z.strictObject({ text: hex, background: hex, large: z.boolean().default(false) }))
      .max(20)
      .optional(),
  })
  .meta({ id: 'NewBrandCheck' })
export type NewBrandCheck = z.input<typeof newBrandCheckSchema>
