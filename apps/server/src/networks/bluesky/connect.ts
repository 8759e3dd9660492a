import { z } from 'zod'
import type { Candidate, CredentialsConnector, Renewed, Session } from '../network-adapter.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { PublishError } from '../publish-error.ts'
import { xrpc } from './xrpc.ts'

/** What is kept of a Bluesky account: the app password too, by which a lost session is begun anew. */
export const credentialsSchema = z.object({
  identifier: z.string(),
  appPassword: z.string(),
  accessJwt: z.string(),
  refreshJwt: z.string(),
})
export type BlueskyCredentials = z.infer<typeof credentialsSchema>

const sessionSchema = z.object({
  did: z.string(),
  handle: z.string(),
  accessJwt: z.string(),
  refreshJwt: z.string(),
})

const noSignal = new AbortController().signal

export function blueskyConnector(environment: NetworkEnvironment): CredentialsConnector {
  return {
    kind: 'credentials',
    fields: [
      {
        name: 'handle',
        label: 'Handle',
        hint: 'As on your profile, without @.',
        placeholder: 'name.bsky.social',
        secret: false,
      },
      {
        name: 'appPassword',
        label: 'App password',
        hint: 'Make one at Bluesky under Settings → Privacy and security → App passwords. Not your own password.',
        placeholder: 'xxxx-xxxx-xxxx-xxxx',
        secret: true,
      },
      {
        name: 'server',
        label: 'Server',
        hint: 'Keep it as it is unless your account lives elsewhere.',
        placeholder: 'https://bsky.social',
        initial: 'https://bsky.social',
        secret: false,
      },
    ],
    connect: (fields) => connect(environment, fields),
    renew: (session) => renew(environment, session),
  }
}

async function connect(
  environment: NetworkEnvironment,
  fields: Readonly<Record<string, string>>,
): Promise<readonly Candidate[]> {
  const server = originOf(fields['server'] ?? '')
  const identifier = (fields['handle'] ?? '').replace(/^@/, '')
  const appPassword = fields['appPassword'] ?? ''
  const session = await signIn(environment, server, identifier, appPassword)
  return [
    {
      remoteId: session.did,
      name: session.handle,
      handle: `@${session.handle}`,
      kind: 'Profile',
      avatarUrl: null,
      server,
      scopes: [],
      facts: { handle: session.handle },
      renewed: renewedFrom({ identifier, appPassword, ...session }),
    },
  ]
}

async function signIn(
  environment: NetworkEnvironment,
  server: string,
  identifier: string,
  password: string,
) {
  try {
    const answer = await xrpc(environment, {
      server,
      method: 'com.atproto.server.createSession',
      procedure: true,
      json: { identifier, password },
      signal: noSignal,
    })
    return sessionSchema.parse(answer.json)
  } catch (error) {
    if (error instanceof PublishError && error.kind === 'account') throw wrongPassword()
    throw error
  }
}

/** By the refresh token; where that is over, by the app password, as long as it was not revoked. */
async function renew(environment: NetworkEnvironment, session: Session): Promise<Renewed> {
  const known = credentialsSchema.parse(session.credentials)
  try {
    const answer = await xrpc(environment, {
      server: session.server,
      method: 'com.atproto.server.refreshSession',
      procedure: true,
      token: known.refreshJwt,
      signal: noSignal,
    })
    return renewedFrom({ ...known, ...sessionSchema.parse(answer.json) })
  } catch (error) {
    if (!(error instanceof PublishError) || error.kind === 'not_sent' || error.kind === 'wait')
      throw error
    const begun = await signIn(environment, session.server, known.identifier, known.appPassword)
    return renewedFrom({ ...known, ...begun })
  }
}

function renewedFrom(credentials: BlueskyCredentials): Renewed {
  const { identifier, appPassword, accessJwt, refreshJwt } = credentials
  return {
    credentials: { identifier, appPassword, accessJwt, refreshJwt },
    tokenExpiresAt: endOf(accessJwt),
    // An app password holds until its owner takes it away.
    personNeededAt: null,
  }
}

/** The end that the token itself names. Read, not trusted: the server decides. */
function endOf(jwt: string): number | null {
  try {
    const payload = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8'))
    return typeof payload.exp === 'number' ? payload.exp * 1000 : null
  } catch {
    return null
  }
}

function originOf(server: string): string {
  const text = /^https?:\/\//i.test(server) ? server : `https://${server}`
  if (URL.canParse(text)) return new URL(text).origin
  throw new PublishError({
    kind: 'rejected',
    code: 'account_revoked',
    detail: 'The server is not an address: give one such as https://bsky.social.',
  })
}

function wrongPassword(): PublishError {
  return new PublishError({
    kind: 'account',
    code: 'account_expired',
    detail:
      'Bluesky does not know this handle with this app password: check both, or make a new app password.',
  })
}
