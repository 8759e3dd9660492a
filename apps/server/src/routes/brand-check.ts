import { createRoute } from '@hono/zod-openapi'
import { brandCheckSchema, newBrandCheckSchema } from '@rheos/contract'
import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'
import { permitted } from './permitted.ts'
import { body, brandParams, json } from './request-parts.ts'

const checkText = createRoute({
  method: 'post',
  path: '/workspaces/{workspaceId}/brands/{brandId}/check',
  tags: ['Brands'],
  request: { params: brandParams, body: body(newBrandCheckSchema) },
  responses: { 200: json(brandCheckSchema, 'How well the text fits the brand, and why') },
})

export function brandCheckRoutes(context: Context): Router {
  const router = createRouter()
  router.openapi({ ...checkText, middleware: permitted(context) }, async (c) => {
    const { workspaceId, brandId } = c.req.valid('param')
    return c.json(await context.brandCheck.check(workspaceId, brandId, c.req.valid('json')), 200)
  })
  return router
}
