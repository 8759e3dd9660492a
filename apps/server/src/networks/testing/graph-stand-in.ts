import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { PlayedTokens } from './played-account.ts'

export type GraphContext = Context<{ Bindings: HttpBindings }>

/** What a call says, in its address and in its form. */
export async function graphParams(c: GraphContext): Promise<Record<string, string | File>> {
  const params: Record<string, string | File> = { ...c.req.query() }
  if (c.req.method === 'POST') Object.assign(params, await c.req.parseBody())
  return params
}

export interface PlayedGraphError {
  readonly code: number
  readonly subcode?: number
  readonly message: string
  readonly status?: 400 | 401 | 403 | 500
  readonly isTransient?: boolean
}

export function graphError(c: GraphContext, error: PlayedGraphError) {
  const { code, subcode, message, status = 400, isTransient = false } = error
  return c.json(
    {
      error: {
        message,
        type: 'OAuthException',
        code,
        ...(subcode !== undefined && { error_subcode: subcode }),
        is_transient: isTransient,
        fbtrace_id: 'AplayedTrace',
      },
    },
    status,
  )
}

/** The answer to who may not; undefined: they may. */
export async function graphForbids(c: GraphContext, tokens: PlayedTokens, scope: string) {
  const { access_token } = await graphParams(c)
  const holder = tokens.holder(String(access_token))
  if (holder === undefined)
    return graphError(c, {
      code: 190,
      subcode: 463,
      message: 'Error validating access token: Session has expired.',
      status: 401,
    })
  if (holder.scopes.has(scope)) return undefined
  return graphError(c, {
    code: 10,
    message: `Application does not have permission for this action: ${scope}`,
    status: 403,
  })
}

/** What Meta says of anything that it does not show. */
export const noSuchObject: PlayedGraphError = {
  code: 100,
  subcode: 33,
  message:
    'Unsupported get request. Object does not exist, cannot be loaded due to missing permissions',
}

/** As Meta fails, and as it is busy. */
export const graphFailure = {
  error: {
    message: 'An unexpected error has occurred.',
    type: 'OAuthException',
    code: 2,
    is_transient: true,
  },
}

/** As Meta writes instants: to the second. */
export function graphTime(instant: number): string {
  return new Date(Math.floor(instant / 1000) * 1000).toISOString().replace('.000Z', '+0000')
}

/** A part of a list, newest first, and where it goes on. */
export function graphPage<T>(items: readonly T[], params: Record<string, string | File>) {
  const limit = Number(params['limit'] ?? 25)
  const start = Number(params['after'] ?? 0)
  const hasMore = start + limit < items.length
  return {
    data: items.slice(start, start + limit),
    ...(items.length > 0 && {
      paging: {
        ...(hasMore && { next: 'https://graph.invalid/next' }),
        cursors: { before: String(start), ...(hasMore && { after: String(start + limit) }) },
      },
    }),
  }
}
