import { createRoute } from '@hono/zod-openapi'
import { meSchema } from '@rheos/contract'
import type { Context } from '../context.ts'
import { signedIn } from '../http/access.ts'
import { createRouter, type Router } from '../http/router.ts'

const getMe = createRoute({
  method: 'get',
  path: '/me',
  responses: {
    200: {
      description: 'Who is signed in, and their workspaces; makes the first one when there is none',
      content: { 'application/json': { schema: meSchema } },
    },
  },
})

export function meRoutes(context: Context): Router {
  const router = createRouter()
  router.openapi({ ...getMe, middleware: [signedIn(context)] as const }, async (c) => {
    const user = c.get('user')
    return c.json({ user, workspaces: await context.workspaces.ofUser(user) }, 200)
  })
  return router
}
