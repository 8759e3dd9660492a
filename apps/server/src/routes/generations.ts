import { createRoute, z } from '@hono/zod-openapi'
import {
  acceptedSchema,
  generationSchema,
  generationsSchema,
  newGenerationSchema,
} from '@rheos/contract'
import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'
import { acceptedView } from './accepted-view.ts'
import { permitted } from './permitted.ts'
import {
  body,
  generationParams,
  idempotencyHeader,
  inWorkspaceParams,
  json,
  pageQuery,
} from './request-parts.ts'

const path = '/workspaces/{workspaceId}/generations'
const tags = ['Generations']

const requestImages = createRoute({
  method: 'post',
  path,
  tags,
  request: {
    params: inWorkspaceParams,
    headers: idempotencyHeader,
    body: body(newGenerationSchema),
  },
  responses: { 202: json(acceptedSchema, 'Accepted; its credits are set aside') },
})
const listGenerations = createRoute({
  method: 'get',
  path,
  tags,
  request: {
    params: inWorkspaceParams,
    query: pageQuery.extend({
      kind: generationSchema.shape.kind.default('image'),
      /** Sought in the prompts. */
      q: z.string().max(200).optional(),
    }),
  },
  responses: { 200: json(generationsSchema, 'Generations of one kind, newest first') },
})
const getGeneration = createRoute({
  method: 'get',
  path: `${path}/{generationId}`,
  tags,
  request: { params: generationParams },
  responses: { 200: json(generationSchema, 'The generation and what it delivered') },
})
const cancelGeneration = createRoute({
  method: 'post',
  path: `${path}/{generationId}/cancel`,
  tags,
  request: { params: generationParams },
  responses: {
    200: json(generationSchema, 'What was delivered by then is paid, the rest is given back'),
  },
})

export function generationsRoutes(context: Context): Router {
  const router = createRouter()
  const { images } = context
  const reading = { middleware: permitted(context) }
  const generating = { middleware: permitted(context, 'generate') }

  router.openapi({ ...requestImages, ...generating }, async (c) => {
    const { workspaceId } = c.req.valid('param')
    const who = { workspaceId, memberId: c.get('member').userId }
    const key = c.req.valid('header')['idempotency-key']
    return c.json(acceptedView(await images.order(who, c.req.valid('json'), key)), 202)
  })
  router.openapi({ ...listGenerations, ...reading }, async (c) =>
    c.json(await images.list(c.req.valid('param').workspaceId, c.req.valid('query')), 200),
  )
  router.openapi({ ...getGeneration, ...reading }, async (c) => {
    const { workspaceId, generationId } = c.req.valid('param')
    return c.json(await images.get(workspaceId, generationId), 200)
  })
  router.openapi({ ...cancelGeneration, ...generating }, async (c) => {
    const { workspaceId, generationId } = c.req.valid('param')
    return c.json(await images.cancel(workspaceId, generationId), 200)
  })
  return router
}
