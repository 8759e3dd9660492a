import type { OpenAPIHono } from '@hono/zod-openapi'
import { problemSchema } from '@rheos/contract'
import type { Environment } from './router.ts'

const cookieScheme = 'session'
const openPaths = new Set(['/api/v1/about', '/api/v1/plans', '/api/v1/prices', '/healthz'])

type Document = ReturnType<OpenAPIHono<Environment>['getOpenAPI31Document']>

/** The whole API as OpenAPI, from the routes themselves and what holds for all of them. */
export function apiDocument(app: OpenAPIHono<Environment>, publicUrl: string): Document {
  app.openAPIRegistry.register('Problem', problemSchema)
  app.openAPIRegistry.registerComponent('securitySchemes', cookieScheme, {
    type: 'apiKey',
    in: 'cookie',
    name: publicUrl.startsWith('https:') ? '__Secure-rheos.session_token' : 'rheos.session_token',
  })
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Rheos',
      version: '1',
      description:
        'A content studio whose every AI action is metered by credits. Instants are ISO 8601 in UTC, credits whole numbers, refusals RFC 9457 problems with a stable `code`.',
    },
    servers: [{ url: publicUrl }],
  })
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const operation of Object.values(item)) complete(path, operation)
  }
  return document
}

/** What no route says of itself: how one signs in, and what a refusal looks like. */
function complete(path: string, operation: unknown): void {
  if (!isOperation(operation)) return
  if (path.startsWith('/api/v1') && !openPaths.has(path)) {
    operation['security'] ??= [{ [cookieScheme]: [] }]
  }
  operation.responses['default'] ??= {
    description: 'A refusal or a failure',
    content: {
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    },
  }
}

function isOperation(
  value: unknown,
): value is Record<string, unknown> & { responses: Record<string, unknown> } {
  return typeof value === 'object' && value !== null && 'responses' in value
}
