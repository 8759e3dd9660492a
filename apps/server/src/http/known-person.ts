import type { MiddlewareHandler } from 'hono'
import type { Context } from '../context.ts'
import { addressGroup, addressOf } from './client-address.ts'
import type { RateLimits } from './rate-limit.ts'
import type { Environment } from './router.ts'

/** Sets `user` when somebody is signed in, and bounds how much one person, or one address, may ask. */
export function knownPerson(
  context: Pick<Context, 'auth' | 'config'>,
  limits: RateLimits,
): MiddlewareHandler<Environment> {
  return async (c, next) => {
    const user = await context.auth.person(c.req.raw.headers)
    if (user !== undefined) c.set('user', user)
    await limits.request(user?.id ?? addressGroup(addressOf(c, context.config.trustedProxies)))
    await next()
  }
}
