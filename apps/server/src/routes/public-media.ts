import type { Context } from '../context.ts'
import { createRouter, type Router } from '../http/router.ts'
import { notFound } from '../refusal.ts'

/** Where networks fetch what is published, by links that were signed for them. No session, no cookies. */
export function publicMediaRoutes({ publishing, storage }: Context): Router {
  const router = createRouter()
  router.get('/media/:token{[\\w.-]+}', async (c) => {
    const found = publishing.links.open(c.req.param('token'))
    const file = found && (await storage.open(found.storageKey))
    if (found === undefined || file === undefined) throw notFound('file')
    return c.body(file.stream, 200, {
      'content-type': found.mediaType,
      'content-length': String(file.bytes),
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'cross-origin',
    })
  })
  return router
}
