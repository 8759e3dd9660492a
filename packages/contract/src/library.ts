import { z } from 'zod'

export const assetKindSchema = z
  .enum(['generated', 'upload', 'imported', 'design', 'crop', 'slide'])
  .meta({ id: 'AssetKind' })
export type AssetKind = z.infer<typeof assetKindSchema>

/** A picture in the library. `url` serves a rendition: on Free it carries the `#Rheos` mark. */
export const assetSchema = z
  .object({
    id: z.string(),
    kind: assetKindSchema,
    url: z.string(),
    thumbnailUrl: z.string(),
    downloadUrl: z.string(),
    width: z.number().int(),
    height: z.number().int(),
    mediaType: z.string(),
    alt: z.string(),
    /** True when what is served of it carries the mark. */
    watermarked: z.boolean(),
    brandId: z.string().nullable(),
    generationId: z.string().nullable(),
    /** The asset it was made from: the picture of a crop, an edit, a variation. */
    parentId: z.string().nullable(),
    /** What was asked for and paid, when it was generated. */
    made: z
      .object({
        prompt: z.string(),
        tier: z.string(),
        aspect: z.string(),
        provider: z.string(),
        model: z.string(),
        builtIn: z.boolean(),
        credits: z.number().int(),
      })
      .nullable(),
    fileName: z.string().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Asset' })
export type Asset = z.infer<typeof assetSchema>

export const assetsSchema = z.object({ items: z.array(assetSchema), next: z.string().nullable() })
export type Assets = z.infer<typeof assetsSchema>

export const assetChangeSchema = z
  .strictObject({
    alt: z.string().trim().max(1000).optional(),
    brandId: z.string().nullable().optional(),
  })
  .meta({ id: 'AssetChange' })
export type AssetChange = z.input<typeof assetChangeSchema>
