import { z } from 'zod'
import { type ApiCall, callNetwork } from '../../../src/networks/http/call-network.ts'
import type { Candidate, CredentialsConnector } from '../../../src/networks/network-adapter.ts'
import type { NetworkEnvironment } from '../../../src/networks/network-environment.ts'
import { noticeboardError } from './errors.ts'

const boardSchema = z.object({ id: z.string(), name: z.string() })
const credentialsSchema = z.object({ token: z.string() })

/** A board is written on with a token that its owner hands out. */
export function noticeboardConnector(environment: NetworkEnvironment): CredentialsConnector {
  return {
    kind: 'credentials',
    fields: [
      {
        name: 'token',
        label: 'Token',
        hint: 'From the settings of the board.',
        placeholder: '',
        secret: true,
      },
    ],
    connect: async ({ token = '' }) => [await boardOf(environment, { token })],
  }
}

async function boardOf(
  environment: NetworkEnvironment,
  credentials: { readonly token: string },
): Promise<Candidate> {
  const signal = new AbortController().signal
  const answer = await callBoard(environment, { credentials }, '/board', { method: 'GET', signal })
  const { id, name } = boardSchema.parse(answer.json)
  return {
    remoteId: id,
    name,
    handle: '',
    kind: 'Board',
    avatarUrl: null,
    server: '',
    scopes: [],
    facts: {},
    renewed: { credentials, tokenExpiresAt: null, personNeededAt: null },
  }
}

/** One call to the board, as whoever has its token. */
export function callBoard(
  environment: NetworkEnvironment,
  session: { readonly credentials: unknown },
  path: string,
  call: Omit<ApiCall, 'url'>,
) {
  const { token } = credentialsSchema.parse(session.credentials)
  const url = `${environment.apiUrl ?? 'https://noticeboard.example'}${path}`
  const headers = { ...call.headers, authorization: `Bearer ${token}` }
  const network = { name: 'The board', errorOf: noticeboardError }
  return callNetwork(environment, network, { ...call, url, headers })
}
