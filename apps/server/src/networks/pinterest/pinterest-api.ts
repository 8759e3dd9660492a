import type { z } from 'zod'
import { addressOf } from '../address-of.ts'
import type { NetworkCall } from '../http/network-client.ts'
import type { Session } from '../network-adapter.ts'
import { NetworkCalls } from '../network-calls.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { tokenCredentials } from '../oauth/token-credentials.ts'
import { tokenErrorFrom } from '../oauth/token-error.ts'
import { pinterestErrorFrom } from './errors.ts'

/** Calls to version 5 of the API of Pinterest, as one account. */
export class PinterestApi {
  readonly base: string
  readonly tokens: NetworkCalls
  readonly #calls: NetworkCalls

  constructor({ client, clock, apiUrl }: NetworkEnvironment) {
    this.base = apiUrl ?? 'https://api.pinterest.com'
    const name = 'Pinterest'
    this.#calls = new NetworkCalls({ client, clock, name, errorFrom: pinterestErrorFrom })
    this.tokens = new NetworkCalls({ client, clock, name, errorFrom: tokenErrorFrom })
  }

  read<S extends z.ZodType>(
    schema: S,
    { session, path, query, commits = false, ...call }: PinterestCall,
  ): Promise<z.output<S>> {
    const accessToken =
      typeof session === 'string' ? session : tokenCredentials(session.credentials).accessToken
    return this.#calls.read(
      schema,
      {
        ...call,
        url: addressOf(this.base, path, query),
        headers: { authorization: `Bearer ${accessToken}` },
      },
      { commits },
    )
  }
}

interface PinterestCall extends Omit<NetworkCall, 'url' | 'headers'> {
  /** Or the token itself, before there is a session. */
  readonly session: Pick<Session, 'credentials'> | string
  readonly path: string
  readonly query?: Readonly<Record<string, string | undefined>>
  readonly commits?: boolean
}
