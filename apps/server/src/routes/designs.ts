import { createRoute, z } from '@hono/zod-openapi'
import {
  assetSchema,
  designFontSchema,
  designLayoutSchema,
  designLayoutsSchema,
  designLookSchema,
  designPaletteSchema,
  designPreviewSchema,
  designSchema,
  newDesignSchema,
} from '@rheos/contract'
import type { Context } from '../context.ts'
import { designLayoutList } from '../designs/design-look.ts'
import { createRouter, type Router } from '../http/router.ts'
import type { Painted } from '../library/rendition-cache.ts'
import { permitted } from './permitted.ts'
import { assetParams, body, inWorkspaceParams, json } from './request-parts.ts'

const path = '/workspaces/{workspaceId}/designs'
const tags = ['Designs']
const brandId = z.string().max(100).optional()

const listLayouts = createRoute({
  method: 'get',
  path: '/designs/layouts',
  tags,
  responses: { 200: json(designLayoutsSchema, 'The layouts there are, and the sizes') },
})
const getLook = createRoute({
  method: 'get',
  path: `${path}/look`,
  tags,
  request: { params: inWorkspaceParams, query: z.object({ brandId }) },
  responses: { 200: json(designLookSchema, 'The colours and typefaces of a brand’s designs') },
})
const getThumbnail = createRoute({
  method: 'get',
  path: `${path}/thumbnail`,
  tags,
  request: {
    params: inWorkspaceParams,
    query: z.object({
      layout: designLayoutSchema.default('statement'),
      brandId,
      palette: designPaletteSchema.optional(),
      font: designFontSchema.optional(),
    }),
  },
  responses: { 200: picture('An example of the layout in the brand’s look') },
})
const previewDesign = createRoute({
  method: 'post',
  path: `${path}/preview`,
  tags,
  request: { params: inWorkspaceParams, body: body(designPreviewSchema) },
  responses: { 200: picture('How it would look; nothing is kept') },
})
const createDesign = createRoute({
  method: 'post',
  path,
  tags,
  request: { params: inWorkspaceParams, body: body(newDesignSchema) },
  responses: { 201: json(assetSchema, 'The design, as a picture of the library') },
})
const getDesign = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/assets/{assetId}/design',
  tags,
  request: { params: assetParams },
  responses: { 200: json(designSchema, 'What the picture is made of') },
})

export function designsRoutes(context: Context): Router {
  const router = createRouter()
  const { designs } = context
  const reading = { middleware: permitted(context) }
  const editing = { middleware: permitted(context, 'edit') }

  router.openapi(listLayouts, (c) => c.json(designLayoutList(), 200))
  router.openapi({ ...getLook, ...reading }, async (c) => {
    const { workspaceId } = c.req.valid('param')
    return c.json(await designs.look(workspaceId, c.req.valid('query').brandId), 200)
  })
  router.openapi({ ...getThumbnail, ...reading }, async (c) => {
    const { workspaceId } = c.req.valid('param')
    const { layout, ...look } = c.req.valid('query')
    const painted = await designs.example(workspaceId, layout, look)
    return servePainted(painted, 'private, max-age=300')
  })
  router.openapi({ ...previewDesign, ...reading }, async (c) => {
    const { workspaceId } = c.req.valid('param')
    const { width, ...design } = c.req.valid('json')
    return servePainted(await designs.preview(workspaceId, design, width))
  })
  router.openapi({ ...createDesign, ...editing }, async (c) => {
    const { workspaceId } = c.req.valid('param')
    const { parentId, ...design } = c.req.valid('json')
    const who = { workspaceId, memberId: c.get('member').userId }
    return c.json(await designs.create(who, design, parentId), 201)
  })
  router.openapi({ ...getDesign, ...reading }, async (c) => {
    const { workspaceId, assetId } = c.req.valid('param')
    return c.json(await designs.recipe(workspaceId, assetId), 200)
  })
  return router
}

/** An answer that is a picture. */
export function picture(description: string) {
  const schema = z.string().meta({ format: 'binary' })
  return { description, content: { 'image/*': { schema } } }
}

export function servePainted({ bytes, mediaType }: Painted, caching = 'no-store'): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'cache-control': caching,
      'x-content-type-options': 'nosniff',
    },
  })
}
