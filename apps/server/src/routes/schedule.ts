import { createRoute, z } from '@hono/zod-openapi'
import {
  calendarSchema,
  freeSlotsSchema,
  networkSchema,
  newScheduleSchema,
  postingSlotsSchema,
  postSchema,
  publishNowSchema,
  timeZoneSchema,
} from '@rheos/contract'
import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'
import { permitted } from './permitted.ts'
import { body, brandParams, inWorkspaceParams, json, postParams } from './request-parts.ts'

const post = '/workspaces/{workspaceId}/posts/{postId}'
const slots = '/workspaces/{workspaceId}/brands/{brandId}/slots'
const tags = ['Publishing']

const schedulePost = createRoute({
  method: 'put',
  path: `${post}/schedule`,
  tags,
  request: { params: postParams, body: body(newScheduleSchema) },
  responses: { 200: json(postSchema, 'The post as scheduled, or as moved') },
})
const unschedulePost = createRoute({
  method: 'delete',
  path: `${post}/schedule`,
  tags,
  request: { params: postParams },
  responses: { 200: json(postSchema, 'The post; a draft, as far as nothing has begun') },
})
const publishPost = createRoute({
  method: 'post',
  path: `${post}/publish`,
  tags,
  request: { params: postParams, body: body(publishNowSchema) },
  responses: { 200: json(postSchema, 'The post, on its way') },
})
const getCalendar = createRoute({
  method: 'get',
  path: '/workspaces/{workspaceId}/calendar',
  tags,
  request: {
    params: inWorkspaceParams,
    query: z.object({
      from: z.iso.datetime(),
      to: z.iso.datetime(),
      brandId: z.string().max(100).optional(),
      network: networkSchema.optional(),
    }),
  },
  responses: { 200: json(calendarSchema, 'What goes out and went out, at most 62 days of it') },
})
const getSlots = createRoute({
  method: 'get',
  path: slots,
  tags,
  request: { params: brandParams, query: z.object({ timeZone: timeZoneSchema }) },
  responses: { 200: json(postingSlotsSchema, 'When the brand likes to post') },
})
const setSlots = createRoute({
  method: 'put',
  path: slots,
  tags,
  request: { params: brandParams, body: body(postingSlotsSchema) },
  responses: { 200: json(postingSlotsSchema, 'The slots as set') },
})
const getFreeSlots = createRoute({
  method: 'get',
  path: `${slots}/free`,
  tags,
  request: {
    params: brandParams,
    query: z.object({
      timeZone: timeZoneSchema,
      count: z.coerce.number().int().min(1).max(50).default(1),
    }),
  },
  responses: { 200: json(freeSlotsSchema, 'The next slots at which nothing is planned') },
})

export function scheduleRoutes(context: Context): Router {
  const router = createRouter()
  const { scheduling, slots, calendar } = context.publishing
  const reading = { middleware: permitted(context) }
  const publishing = { middleware: permitted(context, 'publish') }

  router.openapi({ ...schedulePost, ...publishing }, async (c) => {
    const id = { ...c.req.valid('param'), memberId: c.get('member').userId }
    return c.json(await scheduling.schedule(id, c.req.valid('json')), 200)
  })
  router.openapi({ ...unschedulePost, ...publishing }, async (c) => {
    const id = { ...c.req.valid('param'), memberId: c.get('member').userId }
    return c.json(await scheduling.unschedule(id), 200)
  })
  router.openapi({ ...publishPost, ...publishing }, async (c) => {
    const id = { ...c.req.valid('param'), memberId: c.get('member').userId }
    return c.json(await scheduling.publish(id, c.req.valid('json')), 200)
  })
  router.openapi({ ...getCalendar, ...reading }, async (c) => {
    const { from, to, brandId, network } = c.req.valid('query')
    const range = { from: Date.parse(from), to: Date.parse(to), brandId, network }
    return c.json({ items: await calendar.list(c.req.valid('param').workspaceId, range) }, 200)
  })
  router.openapi({ ...getSlots, ...reading }, async (c) => {
    const { workspaceId, brandId } = c.req.valid('param')
    return c.json(await slots.of(workspaceId, brandId, c.req.valid('query').timeZone), 200)
  })
  router.openapi({ ...setSlots, ...publishing }, async (c) => {
    const { workspaceId, brandId } = c.req.valid('param')
    return c.json(await slots.set(workspaceId, brandId, c.req.valid('json')), 200)
  })
  router.openapi({ ...getFreeSlots, ...reading }, async (c) => {
    const { workspaceId, brandId } = c.req.valid('param')
    return c.json({ items: await slots.free(workspaceId, brandId, c.req.valid('query')) }, 200)
  })
  return router
}
