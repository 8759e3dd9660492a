import type { MiddlewareHandler } from 'hono'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import type { Environment } from './router.ts'

type Needs = Pick<Context, 'auth' | 'workspaces'>

/** Lets only people through who are signed in, and sets `user`. */
export function signedIn(context: Needs): MiddlewareHandler<Environment> {
  return async (c, next) => {
    if (c.get('user') === undefined) {
      const user = await context.auth.person(c.req.raw.headers)
      if (user === undefined)
        throw new Refusal('unauthenticated', 'You are not signed in: sign in and try again.')
      c.set('user', user)
    }
    await next()
  }
}

/**
 * Lets only members of the workspace in the path through, and sets `user` and `member`. For
 * everybody else it is not there.
 */
export function inWorkspace(context: Needs): MiddlewareHandler<Environment> {
  const person = signedIn(context)
  return (c, next) =>
    c.get('member') === undefined
      ? person(c, async () => {
          c.set('member', await memberIn(context, c.req.path, c.get('user')))
          await next()
        })
      : next()
}

async function memberIn(context: Needs, path: string, user: { id: string; name: string }) {
  const workspaceId = workspaceIn(path)
  const member =
    workspaceId === undefined ? undefined : await context.workspaces.member(workspaceId, user.id)
  if (member === undefined) {
    throw new Refusal('not_found', 'There is no such workspace among yours.')
  }
  return { ...member, name: user.name }
}

function workspaceIn(path: string): string | undefined {
  const [, id] = /\/workspaces\/([^/]+)/.exec(path) ?? []
  try {
    const decoded = decodeURIComponent(id ?? '')
    // PostgreSQL would refuse a NUL instead of finding nothing.
    return decoded.includes('\0') ? undefined : decoded
  } catch {
    return undefined
  }
}
