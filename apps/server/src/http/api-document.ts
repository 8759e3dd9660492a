import type { OpenAPIHono } from '@hono/zod-openapi'
import { problemSchema } from '@rheos/contract'
import type { Environment } from './router.ts'

const cookieScheme = 'session'
const openPaths = new Set([
  '/api/v1/about',
  '/api/v1/limits',
  '/api/v1/plans',
  '/api/v1/prices',
  '/api/v1/webhooks/stripe',
])

type App = OpenAPIHono<Environment>

/** The whole API as OpenAPI, from the routes themselves and what holds for all of them. */
export function apiDocument(app: App, publicUrl: string): ReturnType<App['getOpenAPI31Document']> {
  app.openAPIRegistry.registerComponent('securitySchemes', cookieScheme, {
    type: 'apiKey',
    in: 'cookie',
    name: publicUrl.startsWith('https:') ? '__Secure-rheos.session_token' : 'rheos.session_token',
  })
  completeRoutes(app)
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Rheos',
      version: '1',
      description:
        'A content studio whose every AI action is metered by credits. Instants are ISO 8601 in UTC, credits whole numbers, refusals RFC 9457 problems with a stable `code`.',
    },
    servers: [{ url: publicUrl }],
  })
}

/** Adds what no route says of itself: how one signs in, and what a refusal looks like. */
function completeRoutes(app: App): void {
  for (const definition of app.openAPIRegistry.definitions) {
    if (definition.type !== 'route' || !definition.route.path.startsWith('/api/v1')) continue
    const { route } = definition
    route.responses = { ...route.responses, default: refusal }
    if (!openPaths.has(route.path)) route.security = [{ [cookieScheme]: [] }]
  }
}

const refusal = {
  description: 'A refusal or a failure',
  content: { 'application/problem+json': { schema: problemSchema } },
}
