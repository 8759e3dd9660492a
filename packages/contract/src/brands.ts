import { z } from 'zod'

const hex = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #1a73e8')
  .transform((value) => value.toLowerCase())
const line = (max: number) => z.string().trim().max(max)
const lines = z.array(z.string().trim().min(1).max(200)).max(12)

export const brandKindSchema = z.enum(['personal', 'business']).meta({ id: 'BrandKind' })
export type BrandKind = z.infer<typeof brandKindSchema>

export const brandColorsSchema = z
  .strictObject({
    primary: hex.optional(),
    secondary: hex.optional(),
    accent: hex.optional(),
    background: hex.optional(),
    text: hex.optional(),
  })
  .meta({ id: 'BrandColors' })
export type BrandColors = z.infer<typeof brandColorsSchema>

export const brandFontsSchema = z
  .strictObject({ heading: line(80).optional(), body: line(80).optional() })
  .meta({ id: 'BrandFonts' })
export type BrandFonts = z.infer<typeof brandFontsSchema>

/** A word that the brand does not use, and what it says instead; `instead` may be empty. */
export const avoidedWordSchema = z
  .strictObject({ word: line(80).min(1, 'must not be empty'), instead: line(80).default('') })
  .meta({ id: 'AvoidedWord' })
export type AvoidedWord = z.infer<typeof avoidedWordSchema>

/** One line on each audience and theme, by its name. */
export const brandLinesSchema = z
  .strictObject({
    audience: z.record(z.string().max(200), line(300)).default({}),
    themes: z.record(z.string().max(200), line(300)).default({}),
  })
  .meta({ id: 'BrandLines' })
export type BrandLines = z.infer<typeof brandLinesSchema>

export const brandLogoSchema = z
  .object({
    assetId: z.string(),
    url: z.string(),
    /** What it shows, for those who do not see it. */
    alt: z.string(),
  })
  .meta({ id: 'BrandLogo' })
export type BrandLogo = z.infer<typeof brandLogoSchema>

const otherLogoSchema = z.strictObject({ assetId: z.string().min(1), alt: line(200).default('') })

/** The parts of a brand that an import may fill and a person may edit. */
export const brandFields = [
  'name',
  'website',
  'description',
  'language',
  'logo',
  'colors',
  'fonts',
  'tone',
  'audience',
  'themes',
  'identity',
] as const
export const brandFieldSchema = z.enum(brandFields).meta({ id: 'BrandField' })
export type BrandField = z.infer<typeof brandFieldSchema>

/** Where the present value of a field came from; `hand` is never overwritten unasked. */
export const originSchema = z.enum(['hand', 'import']).meta({ id: 'Origin' })
export type Origin = z.infer<typeof originSchema>

export const brandSchema = z
  .object({
    id: z.string(),
    kind: brandKindSchema,
    name: z.string(),
    pinned: z.boolean(),
    website: z.string().nullable(),
    description: z.string(),
    /** BCP 47, as `en` or `de-AT`; empty when not known. */
    language: z.string(),
    logo: brandLogoSchema.nullable(),
    /** The logo for dark grounds. */
    logoOnDark: brandLogoSchema.nullable(),
    /** The small square mark. */
    logoIcon: brandLogoSchema.nullable(),
    colors: brandColorsSchema,
    fonts: brandFontsSchema,
    tone: z.array(z.string()),
    audience: z.array(z.string()),
    themes: z.array(z.string()),
    lines: brandLinesSchema,
    /** Words that the brand does not use. */
    avoidedWords: z.array(avoidedWordSchema),
    /** Markdown: tone, voice, do, don't; read before every generation. */
    identity: z.string(),
    origins: z.partialRecord(brandFieldSchema, originSchema),
    /** Counts up with every change; send it back to be told when somebody else edited meanwhile. */
    revision: z.number().int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Brand' })
export type Brand = z.infer<typeof brandSchema>

export const brandsSchema = z.object({ brands: z.array(brandSchema) })
export type Brands = z.infer<typeof brandsSchema>

export const newBrandSchema = z
  .strictObject({
    kind: brandKindSchema.default('business'),
    name: line(80).optional(),
    website: z.string().trim().max(2000).optional(),
  })
  .meta({ id: 'NewBrand' })
export type NewBrand = z.input<typeof newBrandSchema>

/** Fields left out stay as they are; every field given counts as edited by hand. */
export const brandChangeSchema = z
  .strictObject({
    revision: z.number().int().optional(),
    pinned: z.boolean().optional(),
    name: line(80).min(1, 'must not be empty').optional(),
    website: z.string().trim().max(2000).nullable().optional(),
    description: line(1000).optional(),
    language: line(35).optional(),
    logoAssetId: z.string().nullable().optional(),
    logoAlt: line(200).optional(),
    logoOnDark: otherLogoSchema.nullable().optional(),
    logoIcon: otherLogoSchema.nullable().optional(),
    colors: brandColorsSchema.optional(),
    fonts: brandFontsSchema.optional(),
    tone: lines.optional(),
    audience: lines.optional(),
    themes: lines.optional(),
    lines: brandLinesSchema.optional(),
    avoidedWords: z.array(avoidedWordSchema).max(100).optional(),
    identity: z.string().max(20_000).optional(),
  })
  .meta({ id: 'BrandChange' })
export type BrandChange = z.input<typeof brandChangeSchema>
