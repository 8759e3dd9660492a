import { createRoute } from '@hono/zod-openapi'
import { limitsSchema, preflightRequestSchema, preflightSchema } from '@rheos/contract'
import { limits } from '@rheos/preflight'
import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'
import { permitted } from './permitted.ts'
import { body, inWorkspaceParams, json, postParams } from './request-parts.ts'

const tags = ['Preflight']

const getLimits = createRoute({
  method: 'get',
  path: '/limits',
  tags,
  responses: { 200: json(limitsSchema, 'What each network accepts, and when that was checked') },
})
const checkPost = createRoute({
  method: 'post',
  path: '/workspaces/{workspaceId}/preflight',
  tags,
  request: { params: inWorkspaceParams, body: body(preflightRequestSchema) },
  responses: { 200: json(preflightSchema, 'What each network would say; nothing is kept') },
})
const checkKeptPost = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/posts/{postId}/preflight',
  tags,
  request: { params: postParams },
  responses: { 200: json(preflightSchema, 'What each network of the post would say') },
})

export function preflightRoutes(context: Context): Router {
  const router = createRouter()
  const { preflight } = context
  const reading = { middleware: permitted(context) }

  router.openapi(getLimits, (c) =>
    c.json(limitsSchema.parse({ networks: Object.values(limits) }), 200),
  )
  router.openapi({ ...checkPost, ...reading }, async (c) =>
    c.json(await preflight.check(c.req.valid('param').workspaceId, c.req.valid('json')), 200),
  )
  router.openapi({ ...checkKeptPost, ...reading }, async (c) => {
    const { workspaceId, postId } = c.req.valid('param')
    return c.json(await preflight.ofPost(workspaceId, postId), 200)
  })
  return router
}
