import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Candidate, NetworkApp, OauthConnector } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { PublishError } from '../publish-error.ts'
import { mastodonCall, mastodonOpenCall } from './api.ts'

const scopes = 'read:accounts read:statuses write:media write:statuses'

const appSchema = z.object({ client_id: z.string(), client_secret: z.string() })
const tokenSchema = z.object({ access_token: z.string(), scope: z.string().default('') })
const accountSchema = z.object({
  id: z.string(),
  username: z.string(),
  acct: z.string(),
  display_name: z.string().default(''),
  avatar: z.string().nullable().default(null),
})
const secretSchema = z.object({ verifier: z.string() })

const signal = new AbortController().signal

/** Every server knows applications of its own: the studio registers itself where somebody has an account. */
export function mastodonConnector(environment: NetworkEnvironment): OauthConnector {
  return {
    kind: 'oauth',
    unavailable: null,
    fields: [
      {
        name: 'server',
        label: 'Server',
        hint: 'Where your account lives.',
        placeholder: 'mastodon.social',
        secret: false,
      },
    ],
    serverOf: async (fields) => originOf(fields['server'] ?? ''),
    register: async ({ server, redirectUri }) => {
      const answer = await mastodonOpenCall(environment, server, {
        method: 'POST',
        path: '/api/v1/apps',
        json: { client_name: 'Rheos', redirect_uris: redirectUri, scopes },
        signal,
      })
      const app = appSchema.parse(answer.json)
      return { clientId: app.client_id, clientSecret: app.client_secret }
    },
    begin: async ({ server, app, redirectUri, state }) => {
      const verifier = randomBytes(32).toString('base64url')
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: appOf(app).clientId,
        redirect_uri: redirectUri,
        scope: scopes,
        state,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      })
      return { authorizeUrl: `${server}/oauth/authorize?${query}`, secret: { verifier } }
    },
    finish: async ({ server, app, redirectUri, secret, query }) => {
      const { clientId, clientSecret } = appOf(app)
      const answer = await mastodonOpenCall(environment, server, {
        method: 'POST',
        path: '/oauth/token',
        form: {
          grant_type: 'authorization_code',
          code: query['code'],
          client_id: clientId,
          client_secret: clientSecret,
          redirect_uri: redirectUri,
          code_verifier: secretSchema.parse(secret).verifier,
        },
        signal,
      })
      return [await candidateOf(environment, server, tokenSchema.parse(answer.json))]
    },
  }
}

async function candidateOf(
  environment: NetworkEnvironment,
  server: string,
  token: z.infer<typeof tokenSchema>,
): Promise<Candidate> {
  const credentials = { accessToken: token.access_token }
  const answer = await mastodonCall(
    environment,
    { server, credentials },
    { method: 'GET', path: '/api/v1/accounts/verify_credentials', signal },
  )
  const account = accountSchema.parse(answer.json)
  return {
    remoteId: account.id,
    name: account.display_name || account.username,
    handle: `@${account.username}@${new URL(server).host}`,
    kind: 'Profile',
    avatarUrl: account.avatar,
    server,
    scopes: token.scope.split(' ').filter((scope) => scope !== ''),
    facts: {},
    // Tokens of Mastodon hold until somebody takes them away.
    renewed: { credentials, tokenExpiresAt: null, personNeededAt: null },
  }
}

function appOf(app: NetworkApp | undefined): NetworkApp {
  if (app === undefined) throw new Error('A server was to be asked where nobody registered.')
  return app
}

function originOf(server: string): string {
  const name = server.trim().replace(/^@?[^@\s]+@/, '')
  const text = /^https?:\/\//i.test(name) ? name : `https://${name}`
  if (URL.canParse(text)) return new URL(text).origin
  throw new PublishError({
    kind: 'rejected',
    code: 'account_revoked',
    detail: 'The server is not an address: give one such as mastodon.social.',
  })
}
