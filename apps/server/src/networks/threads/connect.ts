import { z } from 'zod'
import { addressOf } from '../address-of.ts'
import type { GraphApi } from '../graph/graph-api.ts'
import { LongLivedToken } from '../graph/long-lived-token.ts'
import type { OauthConnector } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { grantedCode } from '../oauth/granted-code.ts'
import { missingApp, presentApp } from '../oauth/missing-app.ts'
import { tokenCredentials } from '../oauth/token-credentials.ts'

const scopes = [
  'threads_basic',
  'threads_content_publish',
  'threads_read_replies',
  'threads_manage_replies',
]

const tokenSchema = z.object({ access_token: z.string() })
const meSchema = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string().optional(),
  threads_profile_picture_url: z.string().optional(),
})

const { signal } = new AbortController()

/** Tokens of sixty days, which are renewed without a person. */
export function threadsConnector(environment: NetworkEnvironment, api: GraphApi): OauthConnector {
  const { app, apiUrl, clock } = environment
  const longLived = new LongLivedToken({ api, clock, prefix: 'th' })
  return {
    kind: 'oauth',
    fields: [],
    unavailable: missingApp('threads', app),
    async begin({ redirectUri, state }) {
      const authorizeUrl = addressOf(apiUrl ?? 'https://threads.net', '/oauth/authorize', {
        client_id: presentApp('threads', app).clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: scopes.join(','),
        state,
      })
      return { authorizeUrl, secret: null }
    },
    async finish({ redirectUri, query }) {
      const { clientId, clientSecret } = presentApp('threads', app)
      const shortLived = await api.readToken(tokenSchema, {
        method: 'POST',
        url: addressOf(api.base, '/oauth/access_token'),
        form: {
          client_id: clientId,
          client_secret: clientSecret,
          grant_type: 'authorization_code',
          redirect_uri: redirectUri,
          code: grantedCode('Threads', query).replace(/#_$/, ''),
        },
        signal,
      })
      const renewed = await longLived.exchange(shortLived.access_token, clientSecret)
      const me = await api.read(meSchema, {
        session: tokenCredentials(renewed.credentials).accessToken,
        method: 'GET',
        path: '/me',
        params: { fields: 'id,username,name,threads_profile_picture_url' },
        signal,
      })
      return [
        {
          remoteId: me.id,
          name: me.name ?? me.username,
          handle: me.username,
          kind: 'Profile',
          avatarUrl: me.threads_profile_picture_url ?? null,
          server: '',
          scopes,
          facts: {},
          renewed,
        },
      ]
    },
    renew: (session) => longLived.renew(session),
  }
}
