import { z } from 'zod'
import type { NetworkAppSettings } from '../../config.ts'
import { addressOf } from '../address-of.ts'
import type { OauthConnector, Renewed } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { checkScopes } from '../oauth/check-scopes.ts'
import { grantedCode } from '../oauth/granted-code.ts'
import { missingApp, presentApp } from '../oauth/missing-app.ts'
import { tokenCredentials } from '../oauth/token-credentials.ts'
import { PublishError } from '../publish-error.ts'
import type { LinkedinApi } from './linkedin-api.ts'
import { linkedinCandidates } from './linkedin-candidates.ts'

/** What LinkedIn gives to every app. Pages need an app of another kind, which has no `openid`. */
const everyAppsScopes = ['openid', 'profile', 'w_member_social']

const tokenSchema = z.object({
  access_token: z.string(),
  expires_in: z.number(),
  scope: z.string().optional(),
  refresh_token: z.string().optional(),
  refresh_token_expires_in: z.number().optional(),
})
type Granted = z.infer<typeof tokenSchema>

/**
 * Access lasts sixty days. Few apps get a refresh token, for a year; with the others a person has to
 * connect again.
 */
export function linkedinConnector(
  environment: NetworkEnvironment,
  api: LinkedinApi,
): OauthConnector {
  const { app, apiUrl, clock } = environment
  const base = apiUrl ?? 'https://www.linkedin.com'

  async function token(form: Readonly<Record<string, string>>): Promise<Granted> {
    const { clientId, clientSecret } = presentApp('linkedin', app)
    return api.tokens.read(tokenSchema, {
      method: 'POST',
      url: addressOf(base, '/oauth/v2/accessToken'),
      form: { client_id: clientId, client_secret: clientSecret, ...form },
      signal: new AbortController().signal,
    })
  }

  return {
    kind: 'oauth',
    fields: [],
    unavailable: missingApp('linkedin', app),
    async begin({ redirectUri, state }) {
      const present = presentApp('linkedin', app)
      const authorizeUrl = addressOf(base, '/oauth/v2/authorization', {
        response_type: 'code',
        client_id: present.clientId,
        redirect_uri: redirectUri,
        scope: scopesOf(present).join(' '),
        state,
      })
      return { authorizeUrl, secret: null }
    },
    async finish({ redirectUri, query }) {
      const code = grantedCode('LinkedIn', query)
      const granted = await token({
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
      })
      const scopes = granted.scope?.split(/[\s,]+/) ?? scopesOf(presentApp('linkedin', app))
      if (!scopes.includes('w_organization_social'))
        checkScopes('LinkedIn', scopes, ['w_member_social'])
      const renewed = renewedFrom(granted, clock())
      return linkedinCandidates(api, { token: granted.access_token, scopes, renewed })
    },
    async renew(session) {
      const { refreshToken } = tokenCredentials(session.credentials)
      if (refreshToken === undefined)
        throw new PublishError({
          kind: 'account',
          code: 'account_expired',
          detail: 'LinkedIn ends this connection after sixty days: connect the account again.',
        })
      const granted = await token({ grant_type: 'refresh_token', refresh_token: refreshToken })
      return renewedFrom({ refresh_token: refreshToken, ...granted }, clock())
    },
  }
}

function scopesOf({ scopes }: NetworkAppSettings): readonly string[] {
  return scopes ?? everyAppsScopes
}

function renewedFrom(granted: Granted, now: number): Renewed {
  const endsAt = now + granted.expires_in * 1000
  const { refresh_token: refreshToken, refresh_token_expires_in: refreshableFor } = granted
  if (refreshToken === undefined)
    return {
      credentials: { accessToken: granted.access_token },
      // Nothing renews it, so there is no time at which to try.
      tokenExpiresAt: null,
      personNeededAt: endsAt,
    }
  return {
    credentials: { accessToken: granted.access_token, refreshToken },
    tokenExpiresAt: endsAt,
    personNeededAt: refreshableFor === undefined ? null : now + refreshableFor * 1000,
  }
}
