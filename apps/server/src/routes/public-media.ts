import type { Context } from '../context.ts'
import { askedRange, noSuchRange, rangeHeaders } from '../http/byte-range.ts'
import { createRouter, type Router } from '../http/router.ts'
import { notFound } from '../refusal.ts'

/** Where networks fetch what is published, by links that were signed for them. No session, no cookies. */
export function publicMediaRoutes({ publishing, storage }: Context): Router {
  const router = createRouter()
  router.get('/media/:token{[\\w.-]+}', async (c) => {
    const found = publishing.links.open(c.req.param('token'))
    const bytes = found && (await storage.size(found.storageKey))
    if (found === undefined || bytes === undefined) throw notFound('file')
    const asked = { range: c.req.header('range'), ifRange: c.req.header('if-range') }
    const range = askedRange(asked, { bytes })
    if (range === 'none') return noSuchRange(bytes)
    const part = range === 'whole' ? undefined : range
    const file = c.req.method === 'HEAD' ? null : await storage.open(found.storageKey, part)
    if (file === undefined) throw notFound('file')
    return new Response(file?.stream ?? null, {
      status: part === undefined ? 200 : 206,
      headers: {
        'accept-ranges': 'bytes',
        'content-length': String(bytes),
        ...(part && rangeHeaders(part, bytes)),
        'content-type': found.mediaType,
        'cache-control': 'private, no-store',
        'cross-origin-resource-policy': 'cross-origin',
      },
    })
  })
  return router
}
