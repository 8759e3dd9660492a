import { createHash } from 'node:crypto'
import { z } from 'zod'
import { addressOf } from '../address-of.ts'
import type { Candidate, OauthConnector, Renewed } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { checkScopes } from '../oauth/check-scopes.ts'
import { grantedCode } from '../oauth/granted-code.ts'
import { missingApp, presentApp } from '../oauth/missing-app.ts'
import { newPkce } from '../oauth/pkce.ts'
import { refreshTokenOf } from '../oauth/token-credentials.ts'
import { PublishError } from '../publish-error.ts'
import { creatorInfo } from './creator-info.ts'
import type { TiktokApi } from './tiktok-api.ts'

const scopes = ['user.info.basic', 'video.publish', 'video.list']

const tokenSchema = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.number(),
  refresh_expires_in: z.number(),
  scope: z.string(),
})
const answerSchema = z.union([tokenSchema, z.object({ error: z.string() })])
const userSchema = z.object({
  user: z.object({
    open_id: z.string(),
    display_name: z.string(),
    avatar_url: z.string().optional(),
  }),
})

/** OAuth 2 with PKCE. Access lasts a day, and can be renewed for a year; each renewal may change the token for it. */
export function tiktokConnector(environment: NetworkEnvironment, api: TiktokApi): OauthConnector {
  const { app, apiUrl, clock } = environment

  async function tokens(form: Readonly<Record<string, string>>) {
    const { clientId, clientSecret } = presentApp('tiktok', app)
    const keys = { client_key: clientId, client_secret: clientSecret }
    const answer = await api.grant(answerSchema, { ...keys, ...form })
    // TikTok refuses some requests for tokens with a 200.
    if ('access_token' in answer) return answer
    throw new PublishError({
      kind: 'account',
      code: 'account_expired',
      detail: 'TikTok no longer accepts this connection: connect the account again.',
      cause: answer,
    })
  }

  return {
    kind: 'oauth',
    fields: [],
    unavailable: missingApp('tiktok', app),
    async begin({ redirectUri, state }) {
      const { verifier } = newPkce()
      const authorizeUrl = addressOf(apiUrl ?? 'https://www.tiktok.com', '/v2/auth/authorize/', {
        response_type: 'code',
        client_key: presentApp('tiktok', app).clientId,
        redirect_uri: redirectUri,
        scope: scopes.join(','),
        state,
        // TikTok wants it in hexadecimal digits, unlike everybody else.
        code_challenge: createHash('sha256').update(verifier).digest('hex'),
        code_challenge_method: 'S256',
      })
      return { authorizeUrl, secret: verifier }
    },
    async finish({ redirectUri, secret, query }) {
      const granted = await tokens({
        grant_type: 'authorization_code',
        code: grantedCode('TikTok', query),
        redirect_uri: redirectUri,
        code_verifier: String(secret),
      })
      return [await candidateOf(api, granted, renewedFrom(granted, clock()))]
    },
    async renew({ credentials }) {
      const refreshToken = refreshTokenOf('TikTok', credentials)
      const granted = await tokens({ grant_type: 'refresh_token', refresh_token: refreshToken })
      return renewedFrom(granted, clock())
    },
  }
}

async function candidateOf(
  api: TiktokApi,
  granted: z.infer<typeof tokenSchema>,
  renewed: Renewed,
): Promise<Candidate> {
  const granting = granted.scope.split(/[\s,]+/)
  checkScopes('TikTok', granting, scopes)
  const session = granted.access_token
  const { signal } = new AbortController()
  const { user } = await api.read(userSchema, {
    session,
    method: 'GET',
    path: '/v2/user/info/',
    query: { fields: 'open_id,display_name,avatar_url' },
    signal,
  })
  const { creator_username } = await creatorInfo(api, session, signal)
  return {
    remoteId: user.open_id,
    name: user.display_name,
    handle: creator_username,
    kind: 'Profile',
    avatarUrl: user.avatar_url ?? null,
    server: '',
    scopes: granting,
    facts: {},
    renewed,
  }
}

function renewedFrom(granted: z.infer<typeof tokenSchema>, now: number): Renewed {
  return {
    credentials: { accessToken: granted.access_token, refreshToken: granted.refresh_token },
    tokenExpiresAt: now + granted.expires_in * 1000,
    personNeededAt: now + granted.refresh_expires_in * 1000,
  }
}
