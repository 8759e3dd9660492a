import { z } from 'zod'
import { addressOf } from '../address-of.ts'
import type { Candidate, OauthConnector, Renewed } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { checkScopes } from '../oauth/check-scopes.ts'
import { grantedCode } from '../oauth/granted-code.ts'
import { missingApp, presentApp } from '../oauth/missing-app.ts'
import { PublishError } from '../publish-error.ts'
import type { PinterestApi } from './pinterest-api.ts'

const scopes = ['boards:read', 'pins:read', 'pins:write', 'user_accounts:read']

const tokenSchema = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  expires_in: z.number(),
  refresh_token_expires_in: z.number().optional(),
  scope: z.string(),
})
const keptSchema = z.object({ refreshToken: z.string(), personNeededAt: z.number().nullable() })
const userSchema = z.object({ username: z.string(), profile_image: z.string().nullish() })
const boardsSchema = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string() })),
  bookmark: z.string().nullish(),
})

/** Access lasts 30 days, and can be renewed for a year; then a person connects again. */
export function pinterestConnector(
  environment: NetworkEnvironment,
  api: PinterestApi,
): OauthConnector {
  const { app, apiUrl, clock } = environment

  function tokens(form: Readonly<Record<string, string>>) {
    const { clientId, clientSecret } = presentApp('pinterest', app)
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64')
    return api.tokens.read(tokenSchema, {
      method: 'POST',
      url: addressOf(api.base, '/v5/oauth/token'),
      headers: { authorization: `Basic ${basic}` },
      form,
      signal: new AbortController().signal,
    })
  }

  return {
    kind: 'oauth',
    fields: [],
    unavailable: missingApp('pinterest', app),
    async begin({ redirectUri, state }) {
      const authorizeUrl = addressOf(apiUrl ?? 'https://www.pinterest.com', '/oauth/', {
        response_type: 'code',
        client_id: presentApp('pinterest', app).clientId,
        redirect_uri: redirectUri,
        scope: scopes.join(','),
        state,
      })
      return { authorizeUrl, secret: null }
    },
    async finish({ redirectUri, query }) {
      const granted = await tokens({
        grant_type: 'authorization_code',
        code: grantedCode('Pinterest', query),
        redirect_uri: redirectUri,
      })
      return boardsOf(api, granted, renewedFrom(granted, clock()))
    },
    async renew({ credentials }) {
      const kept = keptSchema.safeParse(credentials).data
      if (kept === undefined)
        throw new PublishError({
          kind: 'account',
          code: 'account_expired',
          detail: 'Pinterest no longer accepts this connection: connect the account again.',
        })
      const { refreshToken } = kept
      const granted = await tokens({ grant_type: 'refresh_token', refresh_token: refreshToken })
      return renewedFrom(granted, clock(), kept)
    },
  }
}

async function boardsOf(
  api: PinterestApi,
  granted: z.infer<typeof tokenSchema>,
  renewed: Renewed,
): Promise<readonly Candidate[]> {
  const granting = granted.scope.split(/[\s,]+/)
  checkScopes('Pinterest', granting, scopes)
  const call = {
    session: granted.access_token,
    method: 'GET',
    signal: new AbortController().signal,
  } as const
  const user = await api.read(userSchema, { ...call, path: '/v5/user_account' })
  const boards: z.infer<typeof boardsSchema>['items'] = []
  let bookmark: string | undefined
  do {
    const query = { page_size: '250', bookmark }
    const page = await api.read(boardsSchema, { ...call, path: '/v5/boards', query })
    boards.push(...page.items)
    bookmark = page.bookmark ?? undefined
  } while (bookmark !== undefined)
  return boards.map(({ id, name }) => ({
    remoteId: id,
    name,
    handle: user.username,
    kind: 'Board',
    avatarUrl: user.profile_image ?? null,
    server: '',
    scopes: granting,
    facts: {},
    renewed,
  }))
}

/** A renewal may leave the refresh token as it was, with the end that it had. */
function renewedFrom(
  granted: z.infer<typeof tokenSchema>,
  now: number,
  before?: z.infer<typeof keptSchema>,
): Renewed {
  const lasts = granted.refresh_token_expires_in
  const personNeededAt = lasts === undefined ? (before?.personNeededAt ?? null) : now + lasts * 1000
  const refreshToken = granted.refresh_token ?? before?.refreshToken
  return {
    credentials: {
      accessToken: granted.access_token,
      ...(refreshToken !== undefined && { refreshToken, personNeededAt }),
    },
    tokenExpiresAt: now + granted.expires_in * 1000,
    personNeededAt,
  }
}
