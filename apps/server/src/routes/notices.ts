import { createRoute } from '@hono/zod-openapi'
import { noticesSchema } from '@rheos/contract'
import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'
import { permitted } from './permitted.ts'
import { inWorkspaceParams, json, noticeParams } from './request-parts.ts'

const path = '/workspaces/{workspaceId}/notices'

const listNotices = createRoute({
  method: 'get',
  path,
  request: { params: inWorkspaceParams },
  responses: { 200: json(noticesSchema, 'What this person is to be told, newest first') },
})
const dismissNotice = createRoute({
  method: 'post',
  path: `${path}/{noticeId}/dismiss`,
  request: { params: noticeParams },
  responses: {
    204: { description: 'Not shown to this person again, nor what was told before it' },
  },
})

export function noticesRoutes(context: Context): Router {
  const router = createRouter()
  const reading = { middleware: permitted(context, 'see_billing') }
  router.openapi({ ...listNotices, ...reading }, async (c) => {
    return c.json({ notices: await context.notices.list(c.get('member')) }, 200)
  })
  router.openapi({ ...dismissNotice, ...reading }, async (c) => {
    const { workspaceId, userId } = c.get('member')
    await context.notices.dismiss(workspaceId, userId, c.req.valid('param').noticeId)
    return c.body(null, 204)
  })
  return router
}
