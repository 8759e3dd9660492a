import { z } from 'zod'
import { imageActionSchema } from './image-actions.ts'

export const assetKindSchema = z
  .enum(['generated', 'upload', 'imported', 'design', 'crop', 'slide'])
  .meta({ id: 'AssetKind' })
export type AssetKind = z.infer<typeof assetKindSchema>

/**
 * A picture or video in the library. `url` serves a rendition of a picture, which on Free carries the
 * `#Rheos` mark, and a video as it is kept; `thumbnailUrl` of a video is a frame that stands for it.
 */
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
    /** The first of `brandIds`. */
    brandId: z.string().nullable(),
    /** The brands it is tagged with. */
    brandIds: z.array(z.string()),
    folderId: z.string().nullable(),
    /** It moves; what is served is its first frame, except at `downloadUrl`. */
    animated: z.boolean(),
    /** How long a video lasts; null: it is a picture. */
    durationMs: z.number().int().nullable(),
    /** Of the original. */
    bytes: z.number().int(),
    generationId: z.string().nullable(),
    /** The asset it was made from: the picture of a crop, an edit, a variation. */
    parentId: z.string().nullable(),
    /** What was asked for and paid, when it was generated. */
    made: z
      .object({
        /** Left out: it was generated from a prompt. */
        action: imageActionSchema.optional(),
        /** What it was drawn from; what was to be changed is `instruction`. */
        prompt: z.string(),
        instruction: z.string().optional(),
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

/** `total` is told with the first page alone: of all that fits the filter. */
export const assetsSchema = z.object({
  items: z.array(assetSchema),
  next: z.string().nullable(),
  total: z.number().int().nullable(),
})
export type Assets = z.infer<typeof assetsSchema>

export const assetSorts = ['newest', 'oldest', 'name', 'largest'] as const
export type AssetSort = (typeof assetSorts)[number]

const brandIdsSchema = z.array(z.string().max(100)).max(50)

export const assetChangeSchema = z
  .strictObject({
    alt: z.string().trim().max(1000).optional(),
    /** Its name, as a file has one. */
    fileName: z.string().trim().min(1).max(200).optional(),
    brandIds: brandIdsSchema.optional(),
    folderId: z.string().max(100).nullable().optional(),
  })
  .meta({ id: 'AssetChange' })
export type AssetChange = z.input<typeof assetChangeSchema>

/** Where a picture is used. */
export const assetUseSchema = z
  .object({
    assetId: z.string(),
    kind: z.enum(['post', 'brand', 'carousel']),
    /** Of the post, brand or carousel. */
    id: z.string(),
    /** What people know it by; empty when it has no name yet. */
    title: z.string(),
    /** The networks whose own version of the post uses it; empty when all do. */
    networks: z.array(z.string()),
  })
  .meta({ id: 'AssetUse' })
export type AssetUse = z.infer<typeof assetUseSchema>

export const assetUsesSchema = z.object({ items: z.array(assetUseSchema) })
export type AssetUses = z.infer<typeof assetUsesSchema>

const assetIdsSchema = z.array(z.string().max(100)).min(1).max(5000)

/** One thing done to many pictures. */
export const bulkChangeSchema = z
  .discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('move'),
      assetIds: assetIdsSchema,
      /** Null: out of any folder. */
      folderId: z.string().max(100).nullable(),
    }),
    z.strictObject({
      action: z.literal('tag'),
      assetIds: assetIdsSchema,
      add: brandIdsSchema.default([]),
      remove: brandIdsSchema.default([]),
    }),
    z.strictObject({ action: z.literal('delete'), assetIds: assetIdsSchema }),
    z.strictObject({ action: z.literal('restore'), assetIds: assetIdsSchema }),
  ])
  .meta({ id: 'BulkChange' })
export type BulkChange = z.input<typeof bulkChangeSchema>

export const bulkResultSchema = z
  .object({
    /** The pictures that are other than before; those that are not there are passed over. */
    changed: z.array(z.string()),
    /** Of a move: where they were, to move them back. */
    from: z.array(z.object({ folderId: z.string().nullable(), assetIds: z.array(z.string()) })),
    /** What stays as it was, each with its reason. */
    refused: z.array(z.object({ assetId: z.string(), detail: z.string() })),
    /** Of a deletion: the posts and carousels that go on showing what was deleted. */
    uses: z.array(assetUseSchema),
  })
  .meta({ id: 'BulkResult' })
export type BulkResult = z.infer<typeof bulkResultSchema>

export const folderSchema = z
  .object({
    id: z.string(),
    parentId: z.string().nullable(),
    name: z.string(),
    /** Pictures that lie in it, not counting those of folders inside. */
    assets: z.number().int(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Folder' })
export type Folder = z.infer<typeof folderSchema>

export const foldersSchema = z.object({ items: z.array(folderSchema) })
export type Folders = z.infer<typeof foldersSchema>

const folderNameSchema = z.string().trim().min(1).max(100)

export const newFolderSchema = z
  .strictObject({ name: folderNameSchema, parentId: z.string().max(100).nullable().default(null) })
  .meta({ id: 'NewFolder' })
export type NewFolder = z.input<typeof newFolderSchema>

export const folderChangeSchema = z
  .strictObject({
    name: folderNameSchema.optional(),
    parentId: z.string().max(100).nullable().optional(),
  })
  .meta({ id: 'FolderChange' })
export type FolderChange = z.input<typeof folderChangeSchema>

/** A file on its way into the library, in pieces (tus 1.0). */
export const uploadSchema = z
  .object({
    id: z.string(),
    fileName: z.string().nullable(),
    bytes: z.number().int(),
    /** Where to go on. */
    received: z.number().int(),
    /** The picture it became, once it is whole. */
    assetId: z.string().nullable(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Upload' })
export type Upload = z.infer<typeof uploadSchema>

const side = z.number().int().min(1).max(8000)

/** A part of a picture: in fractions of its sides, or in pixels of it as it is seen. */
export const newCropSchema = z
  .strictObject({
    unit: z.enum(['fraction', 'pixel']).default('fraction'),
    x: z.number().min(0),
    y: z.number().min(0),
    width: z.number().positive(),
    height: z.number().positive(),
    /** The size to bring it to; absent: as it was cut. */
    target: z.strictObject({ width: side, height: side }).optional(),
  })
  .meta({ id: 'NewCrop' })
export type NewCrop = z.input<typeof newCropSchema>

/** What a network takes: the picture is made so, as large and as good as that allows. */
export const newConversionSchema = z
  .strictObject({
    mediaType: z.enum(['image/png', 'image/jpeg', 'image/webp']).optional(),
    maxBytes: z.number().int().min(1000).optional(),
    maxPixels: z.number().int().min(1).optional(),
    maxWidth: side.optional(),
    maxHeight: side.optional(),
  })
  .meta({ id: 'NewConversion' })
export type NewConversion = z.input<typeof newConversionSchema>
