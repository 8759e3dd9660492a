import { createRoute, z } from '@hono/zod-openapi'
import {
  creditsSchema,
  type Plans,
  plansSchema,
  pricesSchema,
  spendingSchema,
  usageSchema,
  type WorkspaceEvent,
} from '@rheos/contract'
import { priceBookAt } from '@rheos/credits'
import { streamSSE } from 'hono/streaming'
import { isoInstant } from '../clock.ts'
import type { Context } from '../context.ts'
import { inWorkspace } from '../http/access.ts'
import { createRouter, type Router } from '../http/router.ts'
import { plans } from '../plans/plans.ts'
import { priceBook } from '../plans/price-book.ts'

const workspaceParams = z.object({ workspaceId: z.string() })
const ok = <T extends z.ZodType>(schema: T, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
})

const getPlans = createRoute({
  method: 'get',
  path: '/plans',
  responses: ok(plansSchema, 'The plans on offer'),
})
const getPrices = createRoute({
  method: 'get',
  path: '/prices',
  responses: ok(pricesSchema, 'The price book in force'),
})
const getCredits = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/credits',
  request: { params: workspaceParams },
  responses: ok(creditsSchema, 'What the workspace has'),
})
const getUsage = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/credits/usage',
  request: {
    params: workspaceParams,
    query: z.object({
      limit: z.coerce.number().int().min(1).max(100).default(30),
      cursor: z.string().max(300).optional(),
    }),
  },
  responses: ok(usageSchema, 'What was used, newest first'),
})
const getSpending = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/credits/spending',
  request: { params: workspaceParams },
  responses: ok(spendingSchema, 'What was spent on each day of the cycle'),
})

/** The browser reconnects by itself; a session that ended meanwhile then gets no new stream. */
const streamMaxMs = 10 * 60_000
const heartbeatMs = 20_000

export function creditsRoutes(context: Context): Router {
  const router = createRouter()
  const member = inWorkspace(context)
  router.openapi(getPlans, (c) => c.json(plansView(), 200))
  router.openapi(getPrices, (c) => {
    const { version, effectiveFrom, prices } = priceBookAt(priceBook, context.clock())
    return c.json({ version, effectiveFrom: isoInstant(effectiveFrom), prices: { ...prices } }, 200)
  })
  router.use('/workspaces/:workspaceId/credits/*', member)
  router.openapi({ ...getCredits, middleware: [member] as const }, async (c) =>
    c.json(await context.credits.view(c.req.valid('param').workspaceId), 200),
  )
  router.openapi(getUsage, async (c) =>
    c.json(
      await context.credits.usage(c.req.valid('param').workspaceId, c.req.valid('query')),
      200,
    ),
  )
  router.openapi(getSpending, async (c) =>
    c.json(await context.credits.spending(c.req.valid('param').workspaceId), 200),
  )
  router.get('/workspaces/:workspaceId/credits/stream', (c) => stream(context, c))
  return router
}

function stream(context: Context, c: Parameters<typeof streamSSE>[0]): Response {
  const workspaceId = c.req.param('workspaceId') ?? ''
  c.header('cache-control', 'no-store')
  c.header('x-accel-buffering', 'no')
  return streamSSE(c, async (sse) => {
    let id = 0
    const send = (event: WorkspaceEvent) => {
      id += 1
      sse
        .writeSSE({ id: String(id), event: event.type, data: JSON.stringify(event) })
        .catch(() => sse.abort())
    }
    const stop = context.events.subscribe(workspaceId, send)
    const heartbeat = setInterval(() => {
      sse.write(': still here\n\n').catch(() => sse.abort())
    }, heartbeatMs)
    await new Promise<void>((resolve) => {
      const ended = setTimeout(resolve, streamMaxMs)
      sse.onAbort(() => {
        clearTimeout(ended)
        resolve()
      })
    })
    clearInterval(heartbeat)
    stop()
  })
}

function plansView(): Plans {
  return { plans: [plans.free, plans.business, plans.team] }
}
