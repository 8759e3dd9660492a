import { createRoute, z } from '@hono/zod-openapi'
import { paymentsSchema } from '@rheos/contract'
import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'
import { json } from './request-parts.ts'

const path = '/operator/payments'

const getPayments = createRoute({
  hide: true,
  method: 'get',
  path,
  responses: { 200: json(paymentsSchema, 'What of the payments a person must look at') },
})
const replayEvent = createRoute({
  hide: true,
  method: 'post',
  path: `${path}/events/{eventId}/replay`,
  request: { params: z.object({ eventId: z.string().regex(/^[^\0]{1,300}$/) }) },
  responses: { 202: json(paymentsSchema, 'The event is acted on again') },
})

/** The desk's routes on payments. */
export function operatorPaymentsRoutes({ operator }: Context): Router {
  const router = createRouter()
  const { payments } = operator
  router.openapi(getPayments, async (c) => c.json(await payments.view(), 200))
  router.openapi(replayEvent, async (c) => {
    await payments.replay(c.req.valid('param').eventId, c.get('user'))
    return c.json(await payments.view(), 202)
  })
  return router
}
