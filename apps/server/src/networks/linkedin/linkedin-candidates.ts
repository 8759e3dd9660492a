import { z } from 'zod'
import type { Candidate, Renewed } from '../network-adapter.ts'
import { PublishError } from '../publish-error.ts'
import type { LinkedinApi } from './linkedin-api.ts'

const userinfoSchema = z.object({
  sub: z.string(),
  name: z.string(),
  picture: z.string().optional(),
})
const meSchema = z.object({
  id: z.string(),
  localizedFirstName: z.string().default(''),
  localizedLastName: z.string().default(''),
  vanityName: z.string().optional(),
})
const rolesSchema = z.object({
  elements: z.array(z.object({ organization: z.string(), role: z.string(), state: z.string() })),
})
const organizationSchema = z.object({
  id: z.number(),
  localizedName: z.string(),
  vanityName: z.string().optional(),
})

/** Who may publish on a page. */
const publishingRoles = new Set([
  'ADMINISTRATOR',
  'CONTENT_ADMINISTRATOR',
  'DIRECT_SPONSORED_CONTENT_POSTER',
])

interface Opened {
  readonly token: string
  readonly scopes: readonly string[]
  readonly renewed: Renewed
}

const { signal } = new AbortController()

/** The person, and the pages that they look after, as far as they were opened to us. */
export async function linkedinCandidates(
  api: LinkedinApi,
  opened: Opened,
): Promise<readonly Candidate[]> {
  const candidates: Candidate[] = []
  if (opened.scopes.includes('w_member_social')) candidates.push(await person(api, opened))
  if (opened.scopes.includes('w_organization_social'))
    candidates.push(...(await organizations(api, opened)))
  if (candidates.length > 0) return candidates
  throw new PublishError({
    kind: 'account',
    code: 'permission_missing',
    detail: 'LinkedIn shows no page that you may publish on: ask an administrator of the page.',
  })
}

async function person(api: LinkedinApi, { token, scopes, renewed }: Opened): Promise<Candidate> {
  const common = {
    kind: 'Profile',
    server: '',
    scopes,
    facts: { reads: scopes.includes('r_member_social') },
    renewed,
  }
  if (scopes.includes('openid')) {
    const path = '/v2/userinfo'
    const info = await api.read(userinfoSchema, { session: token, method: 'GET', path, signal })
    return {
      ...common,
      remoteId: `urn:li:person:${info.sub}`,
      name: info.name,
      handle: info.name,
      avatarUrl: info.picture ?? null,
    }
  }
  const me = await api.read(meSchema, { session: token, method: 'GET', path: '/v2/me', signal })
  const name = `${me.localizedFirstName} ${me.localizedLastName}`.trim()
  return {
    ...common,
    remoteId: `urn:li:person:${me.id}`,
    name,
    handle: me.vanityName ?? name,
    avatarUrl: null,
  }
}

async function organizations(
  api: LinkedinApi,
  { token, scopes, renewed }: Opened,
): Promise<readonly Candidate[]> {
  const roles = await api.read(rolesSchema, {
    session: token,
    method: 'GET',
    path: '/rest/organizationAcls',
    query: { q: 'roleAssignee', state: 'APPROVED', count: '100' },
    signal,
  })
  const urns = new Set(
    roles.elements
      .filter(({ role, state }) => state === 'APPROVED' && publishingRoles.has(role))
      .map(({ organization }) => organization),
  )
  const candidates: Candidate[] = []
  for (const urn of urns) {
    const path = `/rest/organizations/${urn.split(':').at(-1)}`
    const page = await api.read(organizationSchema, { session: token, method: 'GET', path, signal })
    candidates.push({
      remoteId: urn,
      name: page.localizedName,
      handle: page.vanityName ?? page.localizedName,
      kind: 'Page',
      avatarUrl: null,
      server: '',
      scopes,
      facts: { reads: scopes.includes('r_organization_social') },
      renewed,
    })
  }
  return candidates
}
