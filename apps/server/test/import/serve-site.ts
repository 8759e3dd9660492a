import { once } from 'node:events'
import { readFile, stat } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import {
  type ImportTools,
  importWebsite,
  type WebsiteFindings,
} from '../../src/brands/import/website-import.ts'
import { createGuardedFetch } from '../../src/fetching/guarded-fetch.ts'

export interface ServedSite {
  readonly origin: string
  readonly hostPort: string
  /** The paths asked for, in order. */
  readonly requests: readonly string[]
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.txt': 'text/plain',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
}

/** A real site on loopback, closed when the test is over. */
export async function serveSite(listener: RequestListener): Promise<ServedSite> {
  const site = await startSite(listener)
  onTestFinished(site.close)
  return site
}

/** The same, for whoever closes it. */
export async function startSite(
  listener: RequestListener,
): Promise<ServedSite & { readonly close: () => void }> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(request.url ?? '')
    listener(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    hostPort: `127.0.0.1:${port}`,
    requests,
    close: () => close(server),
  }
}

function close(server: Server): void {
  server.closeAllConnections()
  server.close()
}

/** The files of a folder, as a plain web server gives them. */
export function serveFolder(folder: string): Promise<ServedSite> {
  return serveSite(filesOf(folder))
}

export function filesOf(folder: string): RequestListener {
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site')
    readPath(folder, decodeURIComponent(pathname)).then(
      ({ bytes, mediaType }) => response.writeHead(200, { 'content-type': mediaType }).end(bytes),
      () => response.writeHead(404, { 'content-type': 'text/html' }).end('<p>Not found</p>'),
    )
  }
}

async function readPath(folder: string, path: string) {
  const file = join(folder, path)
  const found = (await stat(file)).isDirectory() ? join(file, 'index.html') : file
  return {
    bytes: await readFile(found),
    mediaType: mediaTypes[extname(found).toLowerCase()] ?? 'application/octet-stream',
  }
}

/** Pages by path; a text is sent as HTML. */
export function servePages(pages: Readonly<Record<string, string>>): Promise<ServedSite> {
  return serveSite((request, response) => {
    const page = pages[request.url ?? '']
    const type = request.url === '/robots.txt' ? 'text/plain' : 'text/html; charset=utf-8'
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': type }).end(page)
  })
}

export function importSite(
  site: ServedSite,
  path = '/',
  tools: Partial<ImportTools> = {},
): Promise<WebsiteFindings> {
  return importWebsite(`${site.origin}${path}`, {
    fetch: createGuardedFetch({ allowedHosts: [site.hostPort], userAgent: 'Rheos/test' }),
    signal: new AbortController().signal,
    ...tools,
  })
}

/** The value of a field, as a test wants to compare it. */
export function fieldValue(found: WebsiteFindings, field: string): unknown {
  return found.findings.find((finding) => finding.field === field)?.value
}
