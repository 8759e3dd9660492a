import { z } from 'zod'
import { type ApiCall, callNetwork } from '../http/call-network.ts'
import type { NetworkAnswer } from '../http/network-answer.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { blueskyError } from './errors.ts'

export type XrpcCall = Omit<ApiCall, 'url' | 'method'> & {
  readonly server: string
  readonly method: string
  readonly query?: Readonly<Record<string, string>>
  readonly token?: string
  readonly procedure?: boolean
}

/** Calls a method of a personal data server; throws a `PublishError` for every answer that is no success. */
export async function xrpc(
  environment: Pick<NetworkEnvironment, 'client' | 'clock'>,
  call: XrpcCall,
): Promise<NetworkAnswer> {
  const { server, method, query = {}, token, procedure = false, ...rest } = call
  const search = new URLSearchParams(query).toString()
  return callNetwork(environment, bluesky, {
    ...rest,
    method: procedure ? 'POST' : 'GET',
    url: `${server}/xrpc/${method}${search === '' ? '' : `?${search}`}`,
    headers: {
      ...rest.headers,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
  })
}

const bluesky = { name: 'Bluesky', errorOf: blueskyError }

export const recordSchema = z.object({ uri: z.string(), cid: z.string() })
