import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from '../context.ts'
import { bodyLimit, jsonBytesMax } from '../http/body-limit.ts'
import { addressGroup, addressOf } from '../http/client-address.ts'
import type { RateLimits } from '../http/rate-limit.ts'
import { createRouter, type Router } from '../http/router.ts'

const takeEvent = createRoute({
  method: 'post',
  path: '/webhooks/stripe',
  tags: ['Billing'],
  description:
    'Events of the payment provider, signed by it. What is answered 200 is kept and will be acted on; the same event again changes nothing.',
  request: {
    headers: z.object({ 'stripe-signature': z.string('is missing').max(2000) }),
  },
  responses: { 200: { description: 'Kept' } },
})

/** Asked by a payment provider: without a session, from its own address, with a signature instead. */
export function webhookRoutes(context: Context, limits: RateLimits): Router {
  const router = createRouter()
  const { billingEvents, config } = context
  router.use('/webhooks/stripe', bodyLimit(jsonBytesMax))
  router.openapi(takeEvent, async (c) => {
    await limits.webhook(addressGroup(addressOf(c, config.trustedProxies)))
    const { 'stripe-signature': signature } = c.req.valid('header')
    await billingEvents.receive({ rawBody: await c.req.text(), signature })
    return c.body(null, 200)
  })
  return router
}
