import { z } from 'zod'

export const designLayouts = [
  'statement',
  'quote',
  'list',
  'number',
  'question',
  'announcement',
  'before-after',
  'tip',
  'note',
  'framed',
  'split',
  'poster',
  'cover',
  'point',
  'step',
  'myth',
  'closing',
] as const
export const designLayoutSchema = z.enum(designLayouts).meta({ id: 'DesignLayout' })
export type DesignLayout = z.infer<typeof designLayoutSchema>

/** Square 1080 × 1080, portrait 1080 × 1350, landscape 1200 × 675, story 1080 × 1920, pin 1000 × 1500. */
export const designAspects = ['square', 'portrait', 'landscape', 'story', 'pin'] as const
export const designAspectSchema = z.enum(designAspects).meta({ id: 'DesignAspect' })
export type DesignAspect = z.infer<typeof designAspectSchema>

/** Grounds made of the brand's colours; what is written on each can be read (WCAG AA). */
export const designPalettes = [
  'paper',
  'soft',
  'primary',
  'secondary',
  'accent',
  'deep',
  'ink',
] as const
export const designPaletteSchema = z.enum(designPalettes).meta({ id: 'DesignPalette' })
export type DesignPalette = z.infer<typeof designPaletteSchema>

/** `brand`: the nearest to the brand's own. */
export const designFonts = [
  'brand',
  'inter',
  'manrope',
  'space-grotesk',
  'playfair-display',
  'source-serif-4',
  'oswald',
  'nunito',
] as const
export const designFontSchema = z.enum(designFonts).meta({ id: 'DesignFont' })
export type DesignFont = z.infer<typeof designFontSchema>

export const designTitleMax = 300
export const designBodyMax = 1200
export const designLineMax = 120

const line = z.string().trim().max(designLineMax).default('')

/** What a design says. A layout shows the fields that it has a place for and leaves the others alone. */
export const designTextSchema = z
  .strictObject({
    label: line,
    title: z.string().trim().max(designTitleMax).default(''),
    body: z.string().trim().max(designBodyMax).default(''),
    /** The other side: what comes after, what is true. */
    second: z.string().trim().max(designBodyMax).default(''),
    /** A date, who said it, where to go. */
    note: line,
  })
  .meta({ id: 'DesignText' })
export type DesignText = z.infer<typeof designTextSchema>

/** What a design is made of, so that it can be made again, or made otherwise. */
export const designSchema = z
  .strictObject({
    brandId: z.string().max(100).nullable().default(null),
    layout: designLayoutSchema,
    aspect: designAspectSchema.default('square'),
    palette: designPaletteSchema.default('paper'),
    font: designFontSchema.default('brand'),
    withLogo: z.boolean().default(true),
    text: designTextSchema,
    /** A picture of the library to write on. */
    backgroundId: z.string().max(100).nullable().default(null),
    /** Where it stands in a carousel. */
    folio: z
      .strictObject({ page: z.number().int().min(1), pages: z.number().int().min(1).max(100) })
      .nullable()
      .default(null),
  })
  .meta({ id: 'Design' })
export type Design = z.infer<typeof designSchema>
export type DesignInput = z.input<typeof designSchema>

/** `width`: at most this wide, for a look at it. */
export const designPreviewSchema = designSchema
  .extend({ width: z.number().int().min(120).max(1200).optional() })
  .meta({ id: 'DesignPreview' })
export type DesignPreview = z.input<typeof designPreviewSchema>

/** `parentId`: the design that was changed into this one. */
export const newDesignSchema = designSchema
  .extend({ parentId: z.string().max(100).optional() })
  .meta({ id: 'NewDesign' })
export type NewDesign = z.input<typeof newDesignSchema>

const fieldSchema = z.object({
  name: z.enum(['label', 'title', 'body', 'second', 'note']),
  label: z.string(),
  isLong: z.boolean(),
  max: z.number().int(),
  example: z.string(),
})

export const designLayoutsSchema = z
  .object({
    layouts: z.array(
      z.object({
        id: designLayoutSchema,
        label: z.string(),
        /** For a picture by itself, or for a slide of a carousel. */
        use: z.enum(['design', 'slide']),
        fields: z.array(fieldSchema),
      }),
    ),
    aspects: z.array(
      z.object({
        id: designAspectSchema,
        label: z.string(),
        width: z.number().int(),
        height: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'DesignLayouts' })
export type DesignLayouts = z.infer<typeof designLayoutsSchema>
export type DesignField = z.infer<typeof fieldSchema>

/** What a brand's designs can look like. */
export const designLookSchema = z
  .object({
    palettes: z.array(
      z.object({
        id: designPaletteSchema,
        label: z.string(),
        ground: z.string(),
        text: z.string(),
        accent: z.string(),
        panel: z.string(),
      }),
    ),
    fonts: z.array(z.object({ id: designFontSchema, label: z.string() })),
  })
  .meta({ id: 'DesignLook' })
export type DesignLook = z.infer<typeof designLookSchema>
