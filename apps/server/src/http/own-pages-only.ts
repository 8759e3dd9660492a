import type { MiddlewareHandler } from 'hono'
import { isTrustedOrigin } from '../accounts/trusted-origin.ts'
import { Refusal } from '../refusal.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses changes that another site's page asks for with the person's cookie. Browsers say where a
 * request comes from; programs send neither header, and have no cookie that a page could borrow.
 */
export function ownPagesOnly(publicUrl: string): MiddlewareHandler {
  return async (c, next) => {
    if (!reading.has(c.req.method)) {
      const site = c.req.header('sec-fetch-site')
      const origin = c.req.header('origin')
      const otherSite = site !== undefined && site !== 'same-origin' && site !== 'none'
      const otherOrigin =
        origin !== undefined && !isTrustedOrigin(origin, { publicUrl, requestUrl: c.req.url })
      if (otherSite || otherOrigin) {
        throw new Refusal(
          'forbidden',
          'Another site may not change things here: open Rheos at its own address and try again.',
        )
      }
    }
    await next()
  }
}
