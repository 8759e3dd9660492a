import { z } from 'zod'
import { addressOf } from '../address-of.ts'
import type { GraphApi } from '../graph/graph-api.ts'
import { LongLivedToken } from '../graph/long-lived-token.ts'
import type { Candidate, OauthConnector, Renewed } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { checkScopes } from '../oauth/check-scopes.ts'
import { grantedCode } from '../oauth/granted-code.ts'
import { missingApp, presentApp } from '../oauth/missing-app.ts'
import { tokenCredentials } from '../oauth/token-credentials.ts'

const scopes = [
  'instagram_business_basic',
  'instagram_business_content_publish',
  'instagram_business_manage_comments',
]

const grantSchema = z.object({
  access_token: z.string(),
  permissions: z.union([z.array(z.string()), z.string()]).optional(),
})
/** Documented with and without the list around it. */
const tokenSchema = z.union([
  grantSchema,
  z
    .object({ data: z.array(grantSchema).min(1) })
    .transform(({ data }) => data[0] ?? { access_token: '' }),
])
const meSchema = z.object({
  user_id: z.coerce.string(),
  username: z.string(),
  name: z.string().optional(),
  account_type: z.string().optional(),
  profile_picture_url: z.string().optional(),
})

const { signal } = new AbortController()

/**
 * Instagram's own login, for professional accounts: unlike the login of Facebook it needs no page, and
 * its tokens are renewed without a person.
 */
export function instagramConnector(environment: NetworkEnvironment, api: GraphApi): OauthConnector {
  const { app, apiUrl, clock } = environment
  const longLived = new LongLivedToken({ api, clock, prefix: 'ig' })
  return {
    kind: 'oauth',
    fields: [],
    unavailable: missingApp('instagram', app),
    async begin({ redirectUri, state }) {
      const base = apiUrl ?? 'https://www.instagram.com'
      const authorizeUrl = addressOf(base, '/oauth/authorize', {
        client_id: presentApp('instagram', app).clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: scopes.join(','),
        state,
      })
      return { authorizeUrl, secret: null }
    },
    async finish({ redirectUri, query }) {
      const { clientId, clientSecret } = presentApp('instagram', app)
      const grant = await api.readToken(tokenSchema, {
        method: 'POST',
        url: addressOf(apiUrl ?? 'https://api.instagram.com', '/oauth/access_token'),
        form: {
          client_id: clientId,
          client_secret: clientSecret,
          grant_type: 'authorization_code',
          redirect_uri: redirectUri,
          // Instagram puts it at the end of the address, and some browsers hand it on.
          code: grantedCode('Instagram', query).replace(/#_$/, ''),
        },
        signal,
      })
      const granted = permissionsOf(grant.permissions)
      checkScopes('Instagram', granted, scopes)
      const renewed = await longLived.exchange(grant.access_token, clientSecret)
      return [await candidateOf(api, granted, renewed)]
    },
    renew: (session) => longLived.renew(session),
  }
}

/** Older answers do not name them; then all were allowed. */
function permissionsOf(permissions: readonly string[] | string | undefined): readonly string[] {
  if (permissions === undefined) return scopes
  return typeof permissions === 'string' ? permissions.split(',') : permissions
}

async function candidateOf(
  api: GraphApi,
  granted: readonly string[],
  renewed: Renewed,
): Promise<Candidate> {
  const me = await api.read(meSchema, {
    session: tokenCredentials(renewed.credentials).accessToken,
    method: 'GET',
    path: '/me',
    params: { fields: 'user_id,username,name,account_type,profile_picture_url' },
    signal,
  })
  return {
    remoteId: me.user_id,
    name: me.name ?? me.username,
    handle: me.username,
    kind: 'Profile',
    avatarUrl: me.profile_picture_url ?? null,
    server: '',
    scopes: granted,
    facts: { accountType: me.account_type ?? null },
    renewed,
  }
}
