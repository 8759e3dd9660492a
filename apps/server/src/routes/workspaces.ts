import { createRoute, z } from '@hono/zod-openapi'
import { workspaceChangeSchema, workspaceSchema } from '@rheos/contract'
import { isoInstant } from '../clock.ts'
import type { Context } from '../context.ts'
import { inWorkspace } from '../http/access.ts'
import { createRouter, type Router } from '../http/router.ts'
import { assertMay } from '../workspaces/roles.ts'

const changeWorkspace = createRoute({
  method: 'patch',
  path: '/workspaces/{workspaceId}',
  request: {
    params: z.object({ workspaceId: z.string() }),
    body: { required: true, content: { 'application/json': { schema: workspaceChangeSchema } } },
  },
  responses: {
    200: {
      description: 'The workspace as it is now',
      content: { 'application/json': { schema: workspaceSchema } },
    },
  },
})

export function workspacesRoutes(context: Context): Router {
  const router = createRouter()
  router.openapi({ ...changeWorkspace, middleware: [inWorkspace(context)] as const }, async (c) => {
    const member = c.get('member')
    assertMay(member, 'manage_workspace')
    const { name } = c.req.valid('json')
    const { id: plan } = await context.workspaces.plan(member.workspaceId)
    const createdAt = isoInstant(await context.workspaces.rename(member.workspaceId, name))
    return c.json({ id: member.workspaceId, name, role: member.role, plan, createdAt }, 200)
  })
  return router
}
