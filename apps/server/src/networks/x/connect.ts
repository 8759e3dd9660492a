import { z } from 'zod'
import { addressOf } from '../address-of.ts'
import type { Candidate, OauthConnector, Renewed, Session } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { checkScopes } from '../oauth/check-scopes.ts'
import { grantedCode } from '../oauth/granted-code.ts'
import { missingApp, presentApp } from '../oauth/missing-app.ts'
import { newPkce } from '../oauth/pkce.ts'
import { refreshTokenOf } from '../oauth/token-credentials.ts'
import type { XApi } from './x-api.ts'

const scopes = ['tweet.read', 'tweet.write', 'users.read', 'media.write', 'offline.access']

const tokenSchema = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  expires_in: z.number(),
  scope: z.string(),
})

const meSchema = z.object({
  data: z.object({
    id: z.string(),
    name: z.string(),
    username: z.string(),
    profile_image_url: z.string().optional(),
  }),
})

/** OAuth 2 with PKCE. Access lasts two hours; the refresh token works once and is replaced with it. */
export function xConnector(environment: NetworkEnvironment, api: XApi): OauthConnector {
  const { app, apiUrl, clock } = environment

  async function tokens(form: Readonly<Record<string, string>>) {
    const { clientId, clientSecret } = presentApp('x', app)
    const basic = Buffer.from(
      `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`,
    ).toString('base64')
    return api.tokens.read(tokenSchema, {
      method: 'POST',
      url: addressOf(api.base, '/2/oauth2/token'),
      headers: { authorization: `Basic ${basic}` },
      form: { client_id: clientId, ...form },
      signal: new AbortController().signal,
    })
  }

  return {
    kind: 'oauth',
    fields: [],
    unavailable: missingApp('x', app),
    async begin({ redirectUri, state }) {
      const { verifier, challenge } = newPkce()
      const authorizeUrl = addressOf(apiUrl ?? 'https://x.com', '/i/oauth2/authorize', {
        response_type: 'code',
        client_id: presentApp('x', app).clientId,
        redirect_uri: redirectUri,
        scope: scopes.join(' '),
        state,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      })
      return { authorizeUrl, secret: verifier }
    },
    async finish({ redirectUri, secret, query }) {
      const granted = await tokens({
        grant_type: 'authorization_code',
        code: grantedCode('X', query),
        redirect_uri: redirectUri,
        code_verifier: String(secret),
      })
      return [await candidateOf(api, granted, renewedFrom(granted, clock()))]
    },
    async renew(session: Session) {
      const refreshToken = refreshTokenOf('X', session.credentials)
      const granted = await tokens({ grant_type: 'refresh_token', refresh_token: refreshToken })
      return renewedFrom(granted, clock())
    },
  }
}

async function candidateOf(
  api: XApi,
  granted: z.infer<typeof tokenSchema>,
  renewed: Renewed,
): Promise<Candidate> {
  const granting = granted.scope.split(' ')
  checkScopes('X', granting, scopes)
  const { data } = await api.read(meSchema, {
    session: granted.access_token,
    method: 'GET',
    path: '/2/users/me',
    query: { 'user.fields': 'profile_image_url' },
    signal: new AbortController().signal,
  })
  return {
    remoteId: data.id,
    name: data.name,
    handle: data.username,
    kind: 'Profile',
    avatarUrl: data.profile_image_url ?? null,
    server: '',
    scopes: granting,
    facts: {},
    renewed,
  }
}

function renewedFrom(granted: z.infer<typeof tokenSchema>, now: number): Renewed {
  return {
    credentials: {
      accessToken: granted.access_token,
      ...(granted.refresh_token !== undefined && { refreshToken: granted.refresh_token }),
    },
    tokenExpiresAt: now + granted.expires_in * 1000,
    personNeededAt: null,
  }
}
