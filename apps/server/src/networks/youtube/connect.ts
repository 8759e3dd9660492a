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
import type { YoutubeApi } from './youtube-api.ts'

const scopes = [
  'https://www.googleapis.com/auth/youtube.upload',
  'https://www.googleapis.com/auth/youtube.readonly',
]

const tokenSchema = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  expires_in: z.number(),
  scope: z.string(),
})
const channelsSchema = z.object({
  items: z
    .array(
      z.object({
        id: z.string(),
        snippet: z.object({
          title: z.string(),
          customUrl: z.string().optional(),
          thumbnails: z.object({ default: z.object({ url: z.string() }).optional() }).optional(),
        }),
      }),
    )
    .default([]),
})

/** Google's OAuth 2. Access lasts an hour; the refresh token stays as long as nobody takes it back. */
export function youtubeConnector(environment: NetworkEnvironment, api: YoutubeApi): OauthConnector {
  const { app, apiUrl, clock } = environment

  function tokens(form: Readonly<Record<string, string>>) {
    const { clientId, clientSecret } = presentApp('youtube', app)
    return api.tokens.read(tokenSchema, {
      method: 'POST',
      url: addressOf(apiUrl ?? 'https://oauth2.googleapis.com', '/token'),
      form: { client_id: clientId, client_secret: clientSecret, ...form },
      signal: new AbortController().signal,
    })
  }

  return {
    kind: 'oauth',
    fields: [],
    unavailable: missingApp('youtube', app),
    async begin({ redirectUri, state }) {
      const { verifier, challenge } = newPkce()
      const base = apiUrl ?? 'https://accounts.google.com'
      const authorizeUrl = addressOf(base, '/o/oauth2/v2/auth', {
        response_type: 'code',
        client_id: presentApp('youtube', app).clientId,
        redirect_uri: redirectUri,
        scope: scopes.join(' '),
        state,
        code_challenge: challenge,
        code_challenge_method: 'S256',
        access_type: 'offline',
        // Without it Google gives no second refresh token to somebody who connects again.
        prompt: 'consent',
      })
      return { authorizeUrl, secret: verifier }
    },
    async finish({ redirectUri, secret, query }) {
      const granted = await tokens({
        grant_type: 'authorization_code',
        code: grantedCode('YouTube', query),
        redirect_uri: redirectUri,
        code_verifier: String(secret),
      })
      return channelsOf(api, granted, renewedFrom(granted, clock()))
    },
    async renew({ credentials }) {
      const refreshToken = refreshTokenOf('YouTube', credentials)
      const granted = await tokens({ grant_type: 'refresh_token', refresh_token: refreshToken })
      return renewedFrom(granted, clock(), refreshToken)
    },
  }
}

async function channelsOf(
  api: YoutubeApi,
  granted: z.infer<typeof tokenSchema>,
  renewed: Renewed,
): Promise<readonly Candidate[]> {
  const granting = granted.scope.split(' ')
  checkScopes('YouTube', granting, scopes)
  const { items } = await api.read(channelsSchema, {
    session: granted.access_token,
    method: 'GET',
    path: '/youtube/v3/channels',
    query: { part: 'snippet', mine: 'true' },
    signal: new AbortController().signal,
  })
  if (items.length === 0)
    throw new PublishError({
      kind: 'account',
      code: 'permission_missing',
      detail:
        'This Google account has no channel on YouTube: make one there, then connect it again.',
    })
  return items.map(({ id, snippet }) => ({
    remoteId: id,
    name: snippet.title,
    handle: snippet.customUrl?.replace(/^@/, '') ?? id,
    kind: 'Channel',
    avatarUrl: snippet.thumbnails?.default?.url ?? null,
    server: '',
    scopes: granting,
    facts: {},
    renewed,
  }))
}

/** A renewal leaves the refresh token as it was. */
function renewedFrom(granted: z.infer<typeof tokenSchema>, now: number, before?: string): Renewed {
  const refreshToken = granted.refresh_token ?? before
  return {
    credentials: {
      accessToken: granted.access_token,
      ...(refreshToken !== undefined && { refreshToken }),
    },
    tokenExpiresAt: now + granted.expires_in * 1000,
    personNeededAt: null,
  }
}
