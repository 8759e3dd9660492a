import { createRoute, z } from '@hono/zod-openapi'
import {
  assetSchema,
  carouselChangeSchema,
  carouselSchema,
  carouselsSchema,
  newCarouselSchema,
  slidePreviewSchema,
} from '@rheos/contract'
import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'
import { contentDisposition } from '../library/file-name.ts'
import { picture, servePainted } from './designs.ts'
import { permitted } from './permitted.ts'
import { body, carouselParams, inWorkspaceParams, json, searchQuery } from './request-parts.ts'

const path = '/workspaces/{workspaceId}/carousels'
const tags = ['Carousels']

const listCarousels = createRoute({
  method: 'get',
  path,
  tags,
  request: { params: inWorkspaceParams, query: searchQuery },
  responses: { 200: json(carouselsSchema, 'Carousels, the most recently changed first') },
})
const createCarousel = createRoute({
  method: 'post',
  path,
  tags,
  request: { params: inWorkspaceParams, body: body(newCarouselSchema) },
  responses: { 201: json(carouselSchema, 'The new carousel') },
})
const previewSlide = createRoute({
  method: 'post',
  path: `${path}/preview`,
  tags,
  request: { params: inWorkspaceParams, body: body(slidePreviewSchema) },
  responses: { 200: picture('How a slide would look; nothing is kept') },
})
const getCarousel = createRoute({
  method: 'get',
  path: `${path}/{carouselId}`,
  tags,
  request: { params: carouselParams },
  responses: { 200: json(carouselSchema, 'The carousel') },
})
const changeCarousel = createRoute({
  method: 'patch',
  path: `${path}/{carouselId}`,
  tags,
  request: { params: carouselParams, body: body(carouselChangeSchema) },
  responses: { 200: json(carouselSchema, 'The carousel as changed') },
})
const deleteCarousel = createRoute({
  method: 'delete',
  path: `${path}/{carouselId}`,
  tags,
  request: { params: carouselParams },
  responses: { 204: { description: 'Deleted; `restore` undoes it' } },
})
const restoreCarousel = createRoute({
  method: 'post',
  path: `${path}/{carouselId}/restore`,
  tags,
  request: { params: carouselParams },
  responses: { 200: json(carouselSchema, 'The carousel, back') },
})
const keepSlides = createRoute({
  method: 'post',
  path: `${path}/{carouselId}/assets`,
  tags,
  request: { params: carouselParams },
  responses: {
    200: json(
      z.object({ items: z.array(assetSchema) }),
      'Its slides as pictures of the library, in order',
    ),
  },
})
const exportCarousel = createRoute({
  method: 'get',
  path: `${path}/{carouselId}/export`,
  tags,
  request: {
    params: carouselParams,
    query: z.object({ format: z.enum(['png', 'pdf'], 'must be png or pdf').default('png') }),
  },
  responses: {
    200: {
      description: 'Numbered pictures in a ZIP file, or a PDF with a page for each slide',
      content: {
        'application/zip': { schema: z.string().meta({ format: 'binary' }) },
        'application/pdf': { schema: z.string().meta({ format: 'binary' }) },
      },
    },
  },
})

export function carouselsRoutes(context: Context): Router {
  const router = createRouter()
  const { carousels } = context
  const reading = { middleware: permitted(context) }
  const editing = { middleware: permitted(context, 'edit') }

  router.openapi({ ...listCarousels, ...reading }, async (c) =>
    c.json(await carousels.list(c.req.valid('param').workspaceId, c.req.valid('query')), 200),
  )
  router.openapi({ ...createCarousel, ...editing }, async (c) => {
    const { workspaceId } = c.req.valid('param')
    const { userId } = c.get('member')
    return c.json(await carousels.create(workspaceId, userId, c.req.valid('json')), 201)
  })
  router.openapi({ ...previewSlide, ...reading }, async (c) =>
    servePainted(await carousels.preview(c.req.valid('param').workspaceId, c.req.valid('json'))),
  )
  router.openapi({ ...getCarousel, ...reading }, async (c) => {
    const { workspaceId, carouselId } = c.req.valid('param')
    return c.json(await carousels.get(workspaceId, carouselId), 200)
  })
  router.openapi({ ...changeCarousel, ...editing }, async (c) => {
    const { workspaceId, carouselId } = c.req.valid('param')
    return c.json(await carousels.change(workspaceId, carouselId, c.req.valid('json')), 200)
  })
  router.openapi({ ...deleteCarousel, ...editing }, async (c) => {
    const { workspaceId, carouselId } = c.req.valid('param')
    await carousels.delete(workspaceId, carouselId)
    return c.body(null, 204)
  })
  router.openapi({ ...restoreCarousel, ...editing }, async (c) => {
    const { workspaceId, carouselId } = c.req.valid('param')
    return c.json(await carousels.restore(workspaceId, carouselId), 200)
  })
  router.openapi({ ...keepSlides, ...editing }, async (c) => {
    const { workspaceId, carouselId } = c.req.valid('param')
    const who = { workspaceId, memberId: c.get('member').userId }
    return c.json({ items: [...(await carousels.toAssets(who, carouselId))] }, 200)
  })
  router.openapi({ ...exportCarousel, ...reading }, async (c) => {
    const { workspaceId, carouselId } = c.req.valid('param')
    const { format } = c.req.valid('query')
    const { fileName, mediaType, stream } = await carousels.export(workspaceId, carouselId, format)
    return new Response(stream, {
      headers: {
        'content-type': mediaType,
        'content-disposition': contentDisposition('attachment', fileName),
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  })
  return router
}
