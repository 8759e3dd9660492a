import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'

/** The built web app; the same place from the sources and from `dist`. */
const webApp = fileURLToPath(new URL('../../../web/dist', import.meta.url))

/** Serves the web app: its files, and its page for every other address a person may open. */
export function staticFiles(root: string = webApp): Hono {
  const files = new Hono()
  if (!existsSync(root)) return files.get('/', (c) => c.text(notBuilt, 404))
  files.use(compress())
  files.use(
    '/assets/*',
    serveStatic({ root, onFound: (_, c) => c.header('cache-control', immutable) }),
  )
  files.use(serveStatic({ root, onFound: (_, c) => c.header('cache-control', 'no-cache') }))
  const page = serveStatic({
    root,
    path: 'index.html',
    onFound: (_, c) => c.header('cache-control', 'no-cache'),
  })
  // A missing script must not be answered with a page.
  files.get('*', (c, next) => (/\.\w+$/.test(c.req.path) ? next() : page(c, next)))
  return files
}

/** The name of a built asset holds a hash of its content. */
const immutable = 'public, max-age=31536000, immutable'

const notBuilt = 'The web app is not built yet: run `npm run build`, then start Rheos again.\n'
