import { createRoute } from '@hono/zod-openapi'
import { addressLinkSchema } from '@rheos/contract'
import type { MiddlewareHandler } from 'hono'
import type { Context } from '../context.ts'
import { signedIn } from '../http/access.ts'
import { countedAccount } from '../http/counted-account.ts'
import { operatorStanding } from '../http/operators-only.ts'
import type { RateLimits } from '../http/rate-limit.ts'
import { createRouter, type Environment, type Router } from '../http/router.ts'
import { Refusal } from '../refusal.ts'
import { body } from './request-parts.ts'

const path = '/me/address'

const askForLink = createRoute({
  hide: true,
  method: 'post',
  path: `${path}/link`,
  responses: { 204: { description: 'A mail with a link is on its way' } },
})
const openLink = createRoute({
  hide: true,
  method: 'post',
  path,
  request: { body: body(addressLinkSchema) },
  responses: { 204: { description: 'The address is proven' } },
})

/** How somebody listed as an operator proves that their address is theirs; nobody else needs to. */
export function proveAddressRoutes(context: Context, limits: RateLimits): Router {
  const router = createRouter()
  const { auth } = context
  const middleware = listedOnly(context)
  router.openapi({ ...askForLink, middleware }, async (c) => {
    const user = c.get('user')
    if (user.addressProven)
      throw new Refusal('conflict', 'Your address is proven already: reload the page.')
    await limits.attempt('addressLinkByAccount', countedAccount(user.email))
    await auth.mailAddressLink(c.req.raw.headers, user)
    return c.body(null, 204)
  })
  router.openapi({ ...openLink, middleware }, async (c) => {
    if (!(await auth.proveAddress(c.req.raw.headers, c.req.valid('json').token)))
      throw new Refusal(
        'invalid_request',
        'This link is too old, or was sent for another account. Ask for a new one.',
      )
    return c.body(null, 204)
  })
  return router
}

/** Lets only people through who are listed as operators, proven or not, and sets `user`. */
function listedOnly(context: Context): MiddlewareHandler<Environment> {
  const person = signedIn(context)
  return (c, next) =>
    person(c, () => {
      if (operatorStanding(context.config, c.get('user')) === 'no')
        throw new Refusal('not_found', 'There is nothing at this address.')
      return next()
    })
}
