import { z } from 'zod'
import { addressOf } from '../address-of.ts'
import { apiVersions } from '../api-versions.ts'
import type { GraphApi } from '../graph/graph-api.ts'
import type { Candidate, OauthConnector } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { checkScopes } from '../oauth/check-scopes.ts'
import { grantedCode } from '../oauth/granted-code.ts'
import { missingApp, presentApp } from '../oauth/missing-app.ts'
import { PublishError } from '../publish-error.ts'

const required = ['pages_show_list', 'pages_manage_posts', 'pages_read_engagement']
const scopes = [
  ...required,
  'pages_read_user_content',
  'pages_manage_engagement',
  'business_management',
]

const tokenSchema = z.object({ access_token: z.string() })
const permissionsSchema = z.object({
  data: z.array(z.object({ permission: z.string(), status: z.string() })),
})
const pagesSchema = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      username: z.string().optional(),
      access_token: z.string().optional(),
      tasks: z.array(z.string()).optional(),
      picture: z.object({ data: z.object({ url: z.string() }) }).optional(),
    }),
  ),
  paging: z
    .object({
      next: z.string().optional(),
      cursors: z.object({ after: z.string().optional() }).optional(),
    })
    .optional(),
})

const { signal } = new AbortController()

/**
 * A person opens their pages to us. The token of a page that comes of a long-lived token of a person
 * has no end, so nothing is renewed.
 */
export function facebookConnector(environment: NetworkEnvironment, api: GraphApi): OauthConnector {
  const { app, apiUrl } = environment
  const { version } = apiVersions.facebook

  async function token(query: Readonly<Record<string, string>>): Promise<string> {
    const { clientId, clientSecret } = presentApp('facebook', app)
    const read = await api.readToken(tokenSchema, {
      method: 'GET',
      url: addressOf(api.base, `/${version}/oauth/access_token`, {
        client_id: clientId,
        client_secret: clientSecret,
        ...query,
      }),
      signal,
    })
    return read.access_token
  }

  return {
    kind: 'oauth',
    fields: [],
    unavailable: missingApp('facebook', app),
    async begin({ redirectUri, state }) {
      const base = apiUrl ?? 'https://www.facebook.com'
      const authorizeUrl = addressOf(base, `/${version}/dialog/oauth`, {
        client_id: presentApp('facebook', app).clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: scopes.join(','),
        state,
      })
      return { authorizeUrl, secret: null }
    },
    async finish({ redirectUri, query }) {
      const code = grantedCode('Facebook', query)
      const shortLived = await token({ code, redirect_uri: redirectUri })
      const longLived = await token({
        grant_type: 'fb_exchange_token',
        fb_exchange_token: shortLived,
      })
      return pagesOf(api, longLived)
    },
  }
}

async function pagesOf(api: GraphApi, userToken: string): Promise<readonly Candidate[]> {
  const permissions = await api.read(permissionsSchema, {
    session: userToken,
    method: 'GET',
    path: '/me/permissions',
    signal,
  })
  const granted = permissions.data
    .filter(({ status }) => status === 'granted')
    .map(({ permission }) => permission)
  checkScopes('Facebook', granted, required)
  const pages: Candidate[] = []
  let after: string | undefined
  do {
    const read = await api.read(pagesSchema, {
      session: userToken,
      method: 'GET',
      path: '/me/accounts',
      params: { fields: 'id,name,username,access_token,tasks,picture{url}', limit: '100', after },
      signal,
    })
    for (const page of read.data) pages.push(...candidatesOf(page, granted))
    after = read.paging?.next === undefined ? undefined : read.paging.cursors?.after
  } while (after !== undefined && pages.length < pagesMax)
  if (pages.length > 0) return pages
  throw new PublishError({
    kind: 'account',
    code: 'permission_missing',
    detail: 'Facebook shows no page that you may publish on: choose one while connecting.',
  })
}

const pagesMax = 500

/** Only a page on which the person may post. */
function candidatesOf(
  page: z.infer<typeof pagesSchema>['data'][number],
  scopesGranted: readonly string[],
): readonly Candidate[] {
  const mayPost = page.tasks?.includes('CREATE_CONTENT') ?? true
  if (page.access_token === undefined || !mayPost) return []
  return [
    {
      remoteId: page.id,
      name: page.name,
      handle: page.username ?? page.name,
      kind: 'Page',
      avatarUrl: page.picture?.data.url ?? null,
      server: '',
      scopes: scopesGranted,
      facts: {},
      renewed: {
        credentials: { accessToken: page.access_token },
        tokenExpiresAt: null,
        personNeededAt: null,
      },
    },
  ]
}
