import { createRoute, z } from '@hono/zod-openapi'
import {
  marginSchema,
  newPriceVersionSchema,
  newProviderPriceSchema,
  priceBookSchema,
  pricePreviewSchema,
  pricesToPreviewSchema,
  providerPriceSchema,
  publishedVersionSchema,
} from '@rheos/contract'
import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'
import { pressOf } from './operator-press.ts'
import { body, idempotencyHeader, json } from './request-parts.ts'

const hidden = { hide: true } as const

const getPriceBook = createRoute({
  ...hidden,
  method: 'get',
  path: '/operator/price-book',
  responses: { 200: json(priceBookSchema, 'Every version, newest first') },
})
const previewPrices = createRoute({
  ...hidden,
  method: 'post',
  path: '/operator/price-book/preview',
  request: { body: body(pricesToPreviewSchema) },
  responses: { 200: json(pricePreviewSchema, 'What recent usage would have cost') },
})
const publishPrices = createRoute({
  ...hidden,
  method: 'post',
  path: '/operator/price-book/versions',
  request: { headers: idempotencyHeader, body: body(newPriceVersionSchema) },
  responses: { 201: json(publishedVersionSchema, 'The version that was published') },
})
const getMargin = createRoute({
  ...hidden,
  method: 'get',
  path: '/operator/margin',
  request: {
    query: z.object({
      days: z.coerce
        .number('must be a number')
        .int('must be a whole number')
        .min(1, 'must be at least 1')
        .max(92, 'must be at most 92')
        .default(30),
    }),
  },
  responses: { 200: json(marginSchema, 'What was used, its worth and its cost, by day') },
})
const setProviderPrice = createRoute({
  ...hidden,
  method: 'post',
  path: '/operator/provider-prices',
  request: { headers: idempotencyHeader, body: body(newProviderPriceSchema) },
  responses: { 201: json(providerPriceSchema, 'The price from that day on') },
})

/** The desk's routes on prices: ours, and those of the AI providers. */
export function operatorPricesRoutes({ operator }: Context): Router {
  const router = createRouter()
  const { prices, margin } = operator
  router.openapi(getPriceBook, (c) => c.json(prices.book(), 200))
  router.openapi(previewPrices, async (c) =>
    c.json(await prices.preview(c.req.valid('json').prices), 200),
  )
  router.openapi(publishPrices, async (c) => {
    const { reason, ...wanted } = c.req.valid('json')
    const press = pressOf(c, c.req.valid('header')['idempotency-key'], reason)
    return c.json(await prices.publish(wanted, press), 201)
  })
  router.openapi(getMargin, async (c) =>
    c.json(await margin.margin(c.req.valid('query').days), 200),
  )
  router.openapi(setProviderPrice, async (c) => {
    const { source, ...wanted } = c.req.valid('json')
    const press = pressOf(c, c.req.valid('header')['idempotency-key'], source)
    return c.json(await margin.setPrice(wanted, press), 201)
  })
  return router
}
