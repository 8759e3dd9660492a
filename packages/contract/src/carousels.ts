import { z } from 'zod'
import {
  designAspectSchema,
  designBodyMax,
  designFontSchema,
  designLayoutSchema,
  designLineMax,
  designPaletteSchema,
  designTitleMax,
} from './designs.ts'

export const carouselSlidesMin = 2
export const carouselSlidesMax = 20

const line = z.string().max(designLineMax).default('')

/** One slide. What is empty of it takes no room. */
export const slideSchema = z
  .strictObject({
    id: z.string().min(1).max(60),
    /** What it does in its structure: cover, point, close. */
    role: z.string().max(60).default('point'),
    /** Absent: what suits its role. */
    layout: designLayoutSchema.nullable().default(null),
    heading: z.string().max(designTitleMax).default(''),
    body: z.string().max(designBodyMax).default(''),
    label: line,
    second: z.string().max(designBodyMax).default(''),
    note: line,
    /** A picture of the library to write on. */
    backgroundId: z.string().max(100).nullable().default(null),
  })
  .meta({ id: 'Slide' })
export type Slide = z.infer<typeof slideSchema>
export type SlideInput = z.input<typeof slideSchema>

const slides = z
  .array(slideSchema)
  .min(carouselSlidesMin, 'must be at least two')
  .max(carouselSlidesMax, 'must be at most twenty')
  .refine(
    (given) => new Set(given.map(({ id }) => id)).size === given.length,
    'must have ids of their own',
  )

/** What all slides of a carousel have in common. */
export const carouselLookSchema = z
  .strictObject({
    aspect: designAspectSchema.default('portrait'),
    palette: designPaletteSchema.default('paper'),
    font: designFontSchema.default('brand'),
    withLogo: z.boolean().default(true),
  })
  .meta({ id: 'CarouselLook' })
export type CarouselLook = z.infer<typeof carouselLookSchema>

export const carouselSchema = z
  .object({
    id: z.string(),
    brandId: z.string().nullable(),
    title: z.string(),
    structureId: z.string().nullable(),
    look: carouselLookSchema,
    slides: z.array(slideSchema),
    /** Counts up with every change; send it back to be told when somebody else edited meanwhile. */
    revision: z.number().int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Carousel' })
export type Carousel = z.infer<typeof carouselSchema>

export const carouselsSchema = z
  .object({ items: z.array(carouselSchema), next: z.string().nullable() })
  .meta({ id: 'Carousels' })
export type Carousels = z.infer<typeof carouselsSchema>

const given = {
  brandId: z.string().max(100).nullable().optional(),
  title: z.string().trim().max(200).optional(),
  structureId: z.string().max(60).nullable().optional(),
  look: carouselLookSchema.optional(),
}

export const newCarouselSchema = z.strictObject({ ...given, slides }).meta({ id: 'NewCarousel' })
export type NewCarousel = z.input<typeof newCarouselSchema>

/** `revision` is the one the edit began from; another one meanwhile answers `edited_elsewhere`. */
export const carouselChangeSchema = z
  .strictObject({ revision: z.number().int().optional(), ...given, slides: slides.optional() })
  .meta({ id: 'CarouselChange' })
export type CarouselChange = z.input<typeof carouselChangeSchema>

/** A slide as it stands in an editor, kept or not. */
export const slidePreviewSchema = z
  .strictObject({
    brandId: z.string().max(100).nullable().default(null),
    look: carouselLookSchema,
    slide: slideSchema,
    page: z.number().int().min(1).max(carouselSlidesMax),
    pages: z.number().int().min(1).max(carouselSlidesMax),
    /** Which step it is, where its role is a step. */
    step: z.number().int().min(1).max(carouselSlidesMax).optional(),
    width: z.number().int().min(120).max(1200).optional(),
  })
  .meta({ id: 'SlidePreview' })
export type SlidePreview = z.input<typeof slidePreviewSchema>
