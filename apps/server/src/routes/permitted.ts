import type { MiddlewareHandler } from 'hono'
import type { Context } from '../context.ts'
import { inWorkspace } from '../http/access.ts'
import type { Environment } from '../http/router.ts'
import { assertMay, type Permission } from '../workspaces/roles.ts'

/** Stands before a route of a workspace: only members pass, and only those whose role may. */
export function permitted(
  context: Context,
  permission?: Permission,
): MiddlewareHandler<Environment> {
  const member = inWorkspace(context)
  return (c, next) =>
    member(c, async () => {
      if (permission !== undefined) assertMay(c.get('member'), permission)
      await next()
    })
}
