import { createRoute } from '@hono/zod-openapi'
import { deliveryAnswerSchema, deliverySchema, postDeliveriesSchema } from '@rheos/contract'
import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'
import { permitted } from './permitted.ts'
import { body, deliveryParams, json, postParams } from './request-parts.ts'

const path = '/workspaces/{workspaceId}/posts/{postId}/deliveries'
const tags = ['Publishing']

const listDeliveries = createRoute({
  method: 'get',
  path,
  tags,
  request: { params: postParams },
  responses: {
    200: json(postDeliveriesSchema, 'The post’s way to each account, with its timeline'),
  },
})
const changeRoute = <const Kind extends string>(kind: Kind, description: string) =>
  createRoute({
    method: 'post',
    path: `${path}/{deliveryId}/${kind}`,
    tags,
    request: { params: deliveryParams },
    responses: { 200: json(deliverySchema, description) },
  })
const retryDelivery = changeRoute('retry', 'Tried again; what is in doubt is looked for first')
const checkDelivery = changeRoute('check', 'Looked for now')
const dropDelivery = changeRoute('drop', 'Not sent there')
const answerDelivery = createRoute({
  method: 'post',
  path: `${path}/{deliveryId}/answer`,
  tags,
  request: { params: deliveryParams, body: body(deliveryAnswerSchema) },
  responses: { 200: json(deliverySchema, 'Goes on by what the person saw') },
})

export function deliveriesRoutes(context: Context): Router {
  const router = createRouter()
  const { deliveries } = context.publishing
  const reading = { middleware: permitted(context) }
  const publishing = { middleware: permitted(context, 'publish') }

  router.openapi({ ...listDeliveries, ...reading }, async (c) => {
    const { workspaceId, postId } = c.req.valid('param')
    return c.json({ items: await deliveries.ofPost(workspaceId, postId) }, 200)
  })
  router.openapi({ ...retryDelivery, ...publishing }, async (c) => {
    const { workspaceId, postId, deliveryId } = c.req.valid('param')
    return c.json(await deliveries.retry(workspaceId, postId, deliveryId), 200)
  })
  router.openapi({ ...checkDelivery, ...publishing }, async (c) => {
    const { workspaceId, postId, deliveryId } = c.req.valid('param')
    return c.json(await deliveries.check(workspaceId, postId, deliveryId), 200)
  })
  router.openapi({ ...dropDelivery, ...publishing }, async (c) => {
    const { workspaceId, postId, deliveryId } = c.req.valid('param')
    return c.json(await deliveries.drop(workspaceId, postId, deliveryId), 200)
  })
  router.openapi({ ...answerDelivery, ...publishing }, async (c) => {
    const { workspaceId, postId, deliveryId } = c.req.valid('param')
    const answer = c.req.valid('json')
    return c.json(await deliveries.answer(workspaceId, postId, deliveryId, answer), 200)
  })
  return router
}
