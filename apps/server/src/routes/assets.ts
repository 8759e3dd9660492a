import { createRoute, z } from '@hono/zod-openapi'
import { assetChangeSchema, assetSchema, assetsSchema } from '@rheos/contract'
import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'
import { contentDisposition } from '../library/file-name.ts'
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
    query: searchQuery.extend({ kind: assetSchema.shape.kind.optional() }),
  },
  responses: { 200: json(assetsSchema, 'The pictures of the library, newest first') },
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
              .instanceof(File, { error: 'must be a picture, sent as the form field “file”' })
              .meta({ type: 'string', format: 'binary' }),
            brandId: z.string().max(100).optional(),
            alt: z.string().trim().max(1000).optional(),
          }),
        },
      },
    },
  },
  responses: { 201: json(assetSchema, 'The picture as it is kept') },
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
      format: z.enum(['png', 'jpeg', 'webp'], 'must be png, jpeg or webp').optional(),
      download: z.literal('1', 'must be 1').optional(),
      /** Decides nothing: makes the address another one where the picture is another one. */
      marked: z.literal('1', 'must be 1').optional(),
    }),
  },
  responses: {
    200: {
      description: 'The picture as it leaves the studio',
      content: { 'image/*': { schema: binary } },
    },
    304: { description: 'It is as it was' },
  },
})

export function assetsRoutes(context: Context): Router {
  const router = createRouter()
  const { library } = context
  const reading = { middleware: permitted(context) }
  const editing = { middleware: permitted(context, 'edit') }

  router.openapi({ ...listAssets, ...reading }, async (c) =>
    c.json(await library.list(c.req.valid('param').workspaceId, c.req.valid('query')), 200),
  )
  router.openapi({ ...uploadAsset, ...editing }, async (c) => {
    const { workspaceId } = c.req.valid('param')
    const { file, alt, brandId } = c.req.valid('form')
    const upload = {
      bytes: new Uint8Array(await file.arrayBuffer()),
      fileName: file.name,
      alt,
      brandId,
      memberId: c.get('member').userId,
    }
    return c.json(await library.upload(workspaceId, upload), 201)
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
  router.openapi({ ...getContent, ...reading }, async (c) => {
    const { workspaceId, assetId } = c.req.valid('param')
    const { download, marked: _, ...wish } = c.req.valid('query')
    const content = await library.content(workspaceId, assetId, wish)
    return serve(content, c.req.header('if-none-match'), download === undefined)
  })
  return router
}

/**
 * Asked for anew each time, since an upgrade lifts the mark from what was served a moment ago; what
 * is unchanged is answered without being rendered.
 */
async function serve(
  content: Awaited<ReturnType<Context['library']['content']>>,
  known: string | undefined,
  inline: boolean,
): Promise<Response> {
  const caching = { etag: content.etag, 'cache-control': 'private, no-cache' }
  if (known?.split(',').some((etag) => etag.trim().replace(/^W\//, '') === content.etag)) {
    return new Response(null, { status: 304, headers: caching })
  }
  const { bytes, mediaType } = await content.render()
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...caching,
      'content-type': mediaType,
      'content-disposition': contentDisposition(
        inline ? 'inline' : 'attachment',
        content.fileName(mediaType),
      ),
      'x-content-type-options': 'nosniff',
    },
  })
}
