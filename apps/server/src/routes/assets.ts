import { createRoute, z } from '@hono/zod-openapi'
import {
  assetChangeSchema,
  assetSchema,
  assetSorts,
  assetsSchema,
  assetUsesSchema,
  type BulkResult,
  bulkChangeSchema,
  bulkResultSchema,
  newConversionSchema,
  newCropSchema,
} from '@rheos/contract'
import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'
import { serveContent } from '../http/serve-content.ts'
import { shapeNames } from '../images/renditions/shapes.ts'
import { permitted } from './permitted.ts'
import { assetParams, body, inWorkspaceParams, json, searchQuery } from './request-parts.ts'

const path = '/workspaces/{workspaceId}/assets'
const tags = ['Library']

const binary = z.string().meta({ format: 'binary' })

const listAssets = createRoute({
  method: 'get',
  path,
  tags,
  request: {
    params: inWorkspaceParams,
    query: searchQuery.extend({
      kind: assetSchema.shape.kind.optional(),
      mediaType: z
        .enum([
          'image/png',
          'image/jpeg',
          'image/webp',
          'image/gif',
          'image/avif',
          'video/mp4',
          'video/quicktime',
          'video/webm',
        ])
        .optional(),
      /** Pictures alone, or videos alone. */
      media: z.enum(['picture', 'video'], 'must be picture or video').optional(),
      /** `none`: pictures in no folder. With `q`, folders inside are searched too. */
      folderId: z.string().max(100).optional(),
      since: z.iso
        .datetime({ error: 'must be an instant such as 2026-11-26T09:00:00Z' })
        .optional(),
      /** Only these, named one after another with commas between. */
      ids: z
        .string()
        .transform((text) => text.split(','))
        .pipe(z.array(z.string().min(1).max(100)).max(100, 'must be at most 100 ids'))
        .optional(),
      sort: z.enum(assetSorts).default('newest'),
    }),
  },
  responses: { 200: json(assetsSchema, 'The pictures and videos of the library') },
})
const uploadAsset = createRoute({
  method: 'post',
  path,
  tags,
  request: {
    params: inWorkspaceParams,
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.strictObject({
            file: z
              .instanceof(File, {
                error: 'must be a picture or video, sent as the form field “file”',
              })
              .meta({ type: 'string', format: 'binary' }),
            brandId: z.string().max(100).optional(),
            folderId: z.string().max(100).optional(),
            alt: z.string().trim().max(1000).optional(),
          }),
        },
      },
    },
  },
  responses: { 201: json(assetSchema, 'The picture as it is kept') },
})
const putPoster = createRoute({
  method: 'put',
  path: `${path}/{assetId}/poster`,
  tags,
  description:
    'Puts a frame of a video, as JPEG of at most 2 MB, in the place of whatever stood for it. The server decodes no video, so whoever uploads one sends it.',
  request: {
    params: assetParams,
    body: { required: true, content: { 'image/jpeg': { schema: binary } } },
  },
  responses: { 200: json(assetSchema, 'The video, whose thumbnail is another one now') },
})
const getAsset = createRoute({
  method: 'get',
  path: `${path}/{assetId}`,
  tags,
  request: { params: assetParams },
  responses: { 200: json(assetSchema, 'The picture') },
})
const changeAsset = createRoute({
  method: 'patch',
  path: `${path}/{assetId}`,
  tags,
  request: { params: assetParams, body: body(assetChangeSchema) },
  responses: { 200: json(assetSchema, 'The picture as changed') },
})
const deleteAsset = createRoute({
  method: 'delete',
  path: `${path}/{assetId}`,
  tags,
  request: { params: assetParams },
  responses: { 204: { description: 'Deleted; `restore` undoes it' } },
})
const restoreAsset = createRoute({
  method: 'post',
  path: `${path}/{assetId}/restore`,
  tags,
  request: { params: assetParams },
  responses: { 200: json(assetSchema, 'The picture, back') },
})
const getUses = createRoute({
  method: 'get',
  path: `${path}/{assetId}/uses`,
  tags,
  request: { params: assetParams },
  responses: { 200: json(assetUsesSchema, 'Where the picture is used') },
})
const changeMany = createRoute({
  method: 'post',
  path: `${path}/bulk`,
  tags,
  request: { params: inWorkspaceParams, body: body(bulkChangeSchema) },
  responses: { 200: json(bulkResultSchema, 'What was changed, and what undoes it') },
})
const cropAsset = createRoute({
  method: 'post',
  path: `${path}/{assetId}/crops`,
  tags,
  request: { params: assetParams, body: body(newCropSchema) },
  responses: { 201: json(assetSchema, 'The part, as a picture of its own') },
})
const convertAsset = createRoute({
  method: 'post',
  path: `${path}/{assetId}/conversions`,
  tags,
  request: { params: assetParams, body: body(newConversionSchema) },
  responses: { 201: json(assetSchema, 'The picture in another size or format') },
})
const getContent = createRoute({
  method: 'get',
  path: `${path}/{assetId}/content`,
  tags,
  request: {
    params: assetParams,
    query: z.object({
      width: z
        .enum(['320', '640', '1280'], 'must be 320, 640 or 1280')
        .transform(Number)
        .optional(),
      /** Cut around the middle, in the size that networks show. */
      shape: z.enum(shapeNames).optional(),
      format: z.enum(['png', 'jpeg', 'webp'], 'must be png, jpeg or webp').optional(),
      /** All frames of an animation, in its own format. */
      animated: z.literal('1', 'must be 1').optional(),
      download: z.literal('1', 'must be 1').optional(),
      /** Decides nothing: makes the address another one where the picture is another one. */
      marked: z.literal('1', 'must be 1').optional(),
    }),
  },
  responses: {
    200: {
      description:
        'The picture as it leaves the studio, or the video; with a width, shape or format the frame that stands for a video',
      content: { 'image/*': { schema: binary }, 'video/*': { schema: binary } },
    },
    206: {
      description: 'The part of the video that Range names',
      content: { 'video/*': { schema: binary } },
    },
    304: { description: 'It is as it was' },
    416: { description: 'The video has nothing where Range points' },
  },
})

export function assetsRoutes(context: Context): Router {
  const router = createRouter()
  const { library, bulk, madeFrom, posters } = context
  const reading = { middleware: permitted(context) }
  const editing = { middleware: permitted(context, 'edit') }

  router.openapi({ ...listAssets, ...reading }, async (c) =>
    c.json(await list(library, c.req.valid('param').workspaceId, c.req.valid('query')), 200),
  )
  router.openapi({ ...uploadAsset, ...editing }, async (c) => {
    const { workspaceId } = c.req.valid('param')
    const { file, alt = '', brandId, folderId = null } = c.req.valid('form')
    const brought = {
      workspaceId,
      fileName: file.name,
      alt,
      folderId,
      brandIds: brandId === undefined ? [] : [brandId],
      memberId: c.get('member').userId,
    }
    const bytes = new Uint8Array(await file.arrayBuffer())
    return c.json(await library.upload(brought, bytes), 201)
  })
  router.openapi({ ...putPoster, ...editing }, async (c) => {
    const { workspaceId, assetId } = c.req.valid('param')
    await posters.put(workspaceId, assetId, new Uint8Array(await c.req.arrayBuffer()))
    return c.json(await library.get(workspaceId, assetId), 200)
  })
  router.openapi({ ...getAsset, ...reading }, async (c) => {
    const { workspaceId, assetId } = c.req.valid('param')
    return c.json(await library.get(workspaceId, assetId), 200)
  })
  router.openapi({ ...changeAsset, ...editing }, async (c) => {
    const { workspaceId, assetId } = c.req.valid('param')
    return c.json(await library.change(workspaceId, assetId, c.req.valid('json')), 200)
  })
  router.openapi({ ...deleteAsset, ...editing }, async (c) => {
    const { workspaceId, assetId } = c.req.valid('param')
    await library.delete(workspaceId, assetId)
    return c.body(null, 204)
  })
  router.openapi({ ...restoreAsset, ...editing }, async (c) => {
    const { workspaceId, assetId } = c.req.valid('param')
    return c.json(await library.restore(workspaceId, assetId), 200)
  })
  router.openapi({ ...getUses, ...reading }, async (c) => {
    const { workspaceId, assetId } = c.req.valid('param')
    return c.json({ items: await library.uses(workspaceId, assetId) }, 200)
  })
  router.openapi({ ...changeMany, ...editing }, async (c) =>
    c.json(await change(bulk, c.req.valid('param').workspaceId, c.req.valid('json')), 200),
  )
  router.openapi({ ...cropAsset, ...editing }, async (c) => {
    const { workspaceId, assetId } = c.req.valid('param')
    const wish = c.req.valid('json')
    const id = await madeFrom.crop(workspaceId, assetId, wish, c.get('member').userId)
    return c.json(await library.get(workspaceId, id), 201)
  })
  router.openapi({ ...convertAsset, ...editing }, async (c) => {
    const { workspaceId, assetId } = c.req.valid('param')
    const wish = c.req.valid('json')
    const id = await madeFrom.convert(workspaceId, assetId, wish, c.get('member').userId)
    return c.json(await library.get(workspaceId, id), 201)
  })
  router.openapi({ ...getContent, ...reading }, async (c) => {
    const { workspaceId, assetId } = c.req.valid('param')
    const { download, marked: _, animated, ...wish } = c.req.valid('query')
    const asked = { ...wish, animated: animated !== undefined }
    const content = await library.content(workspaceId, assetId, asked)
    return serveContent(content, c.req.raw, download === undefined)
  })
  return router
}

type Library = Context['library']

function list(
  library: Library,
  workspaceId: string,
  {
    since,
    ...query
  }: Omit<Parameters<Library['list']>[1], 'since'> & { readonly since?: string | undefined },
) {
  const from = since === undefined ? {} : { since: Date.parse(since) }
  return library.list(workspaceId, { ...query, ...from })
}

function change(
  bulk: Context['bulk'],
  workspaceId: string,
  asked: z.output<typeof bulkChangeSchema>,
): Promise<BulkResult> {
  switch (asked.action) {
    case 'move':
      return bulk.move(workspaceId, asked.assetIds, asked.folderId)
    case 'tag':
      return bulk.tag(workspaceId, asked.assetIds, asked)
    case 'delete':
      return bulk.delete(workspaceId, asked.assetIds)
    case 'restore':
      return bulk.restore(workspaceId, asked.assetIds)
  }
}
