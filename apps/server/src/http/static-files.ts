import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'

/** The built web app; the same place from the sources and from `dist`. */
const webApp = fileURLToPath(new URL('../../../web/dist', import.meta.url))

/** Serves the web app: its files, and its page for every other address a person may open. */
export function staticFiles(root: string = webApp): Hono {
  const files = new Hono()
  if (!existsSync(root)) return files.get('/', (c) => c.text(notBuilt, 404))
  const page = serveStatic({ root, path: 'index.html' })
  files.use(compress())
  files.use(caching)
  files.use(serveStatic({ root }))
  // A missing script must not be answered with a page.
  files.get('*', (c, next) => (/\.\w+$/.test(c.req.path) ? next() : page(c, next)))
  return files
}

/** The name of a built asset holds a hash of its content; everything else is asked anew. */
const caching: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.ok) return
  const named = c.req.path.startsWith('/assets/')
  c.res.headers.set('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache')
}

const notBuilt = 'The web app is not built yet: run `npm run build`, then start Rheos again.\n'
