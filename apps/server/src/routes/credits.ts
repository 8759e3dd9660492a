import { createRoute, z } from '@hono/zod-openapi'
import {
  creditsSchema,
  explanationSchema,
  type Plans,
  plansSchema,
  pricesSchema,
  usageSchema,
  usageSummarySchema,
  type WorkspaceEvent,
  workspaceEventSchema,
} from '@rheos/contract'
import { streamSSE } from 'hono/streaming'
import type { Context } from '../context.ts'
import { inWorkspace } from '../http/access.ts'
import { createRouter, type Router } from '../http/router.ts'
import { textStream } from '../http/text-stream.ts'
import { plans } from '../plans/plans.ts'
import { pricesView } from '../plans/prices-view.ts'

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
const instant = z.iso.datetime({
  offset: true,
  error: 'must be an instant such as 2026-11-25T09:20:00Z',
})
const periodQuery = z.object({
  from: instant.optional().meta({ description: 'With `to`; absent: the present cycle.' }),
  to: instant.optional(),
})
const getUsageSummary = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/credits/usage-summary',
  request: { params: workspaceParams, query: periodQuery },
  responses: ok(usageSummarySchema, 'What a period cost by day, action, member and brand'),
})
const getUsageCsv = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/credits/usage.csv',
  request: { params: workspaceParams, query: periodQuery },
  responses: {
    200: {
      description: 'Every operation of the period, newest first',
      content: { 'text/csv': { schema: z.string() } },
    },
  },
})

export const explanationQuery = z.object({
  at: instant.optional().meta({ description: 'A past instant; absent: now.' }),
})
const getExplanation = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/credits/explanation',
  request: {
    params: workspaceParams,
    query: explanationQuery,
  },
  responses: ok(explanationSchema, 'Why the balance is what it is, or was at a past instant'),
})

const getStream = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/credits/stream',
  request: { params: workspaceParams },
  responses: {
    200: {
      description: 'The credits at once and after each change, and generations as they move',
      content: { 'text/event-stream': { schema: workspaceEventSchema } },
    },
  },
})

/** No stream lives for ever, whatever else goes wrong; the page connects again. */
const streamMaxMs = 10 * 60_000

export function creditsRoutes(context: Context): Router {
  const router = createRouter()
  router.openapi(getPlans, (c) => c.json(plansView(), 200))
  router.openapi(getPrices, (c) =>
    c.json(pricesView(context.priceBooks.current(), context.clock()), 200),
  )
  const reading = { middleware: inWorkspace(context) }
  router.openapi({ ...getCredits, ...reading }, async (c) =>
    c.json(await context.credits.view(c.req.valid('param').workspaceId), 200),
  )
  router.openapi({ ...getUsage, ...reading }, async (c) =>
    c.json(
      await context.credits.usage(c.req.valid('param').workspaceId, c.req.valid('query')),
      200,
    ),
  )
  router.openapi({ ...getUsageSummary, ...reading }, async (c) =>
    c.json(
      await context.usage.summary(c.req.valid('param').workspaceId, c.req.valid('query')),
      200,
    ),
  )
  router.openapi({ ...getUsageCsv, ...reading }, async (c) => {
    const { workspaceId } = c.req.valid('param')
    const { fileName, lines } = await context.usage.csv(workspaceId, c.req.valid('query'))
    return c.body(textStream(lines), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
    })
  })
  router.openapi({ ...getExplanation, ...reading }, async (c) => {
    const { at } = c.req.valid('query')
    const { workspaceId } = c.req.valid('param')
    const moment = at === undefined ? undefined : Date.parse(at)
    return c.json(await context.credits.explanation(workspaceId, moment), 200)
  })
  router.openapi({ ...getStream, ...reading }, (c) =>
    stream(context, c, c.req.valid('param').workspaceId),
  )
  return router
}

function stream(
  context: Context,
  c: Parameters<typeof streamSSE>[0],
  workspaceId: string,
): Response {
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
    let heartbeat: NodeJS.Timeout | undefined
    let ended: NodeJS.Timeout | undefined
    await new Promise<void>((resolve) => {
      heartbeat = setInterval(() => {
        mayStillRead(context, c.req.raw.headers, workspaceId)
          .then((may) => (may ? sse.write(': still here\n\n').then(() => undefined) : resolve()))
          .catch(() => sse.abort())
      }, context.config.streamHeartbeatMs)
      ended = setTimeout(resolve, streamMaxMs)
      sse.onAbort(resolve)
    })
    clearInterval(heartbeat)
    clearTimeout(ended)
    stop()
  })
}

/** Whoever signed out or left the workspace meanwhile hears nothing more of it. */
async function mayStillRead(
  context: Context,
  headers: Headers,
  workspaceId: string,
): Promise<boolean> {
  const user = await context.auth.person(headers)
  return user !== undefined && (await context.workspaces.member(workspaceId, user.id)) !== undefined
}

function plansView(): Plans {
  return { plans: [plans.free, plans.business, plans.team] }
}
