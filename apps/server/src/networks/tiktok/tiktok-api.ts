import { z } from 'zod'
import { addressOf } from '../address-of.ts'
import type { NetworkCall } from '../http/network-client.ts'
import type { Session } from '../network-adapter.ts'
import { NetworkCalls } from '../network-calls.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { tokenCredentials } from '../oauth/token-credentials.ts'
import { tiktokErrorFrom, uploadErrorFrom } from './errors.ts'

/** Calls to version 2 of the API of TikTok, as one account. */
export class TiktokApi {
  readonly base: string
  readonly #calls: NetworkCalls
  readonly #uploads: NetworkCalls

  constructor({ client, clock, apiUrl }: NetworkEnvironment) {
    this.base = apiUrl ?? 'https://open.tiktokapis.com'
    const name = 'TikTok'
    this.#calls = new NetworkCalls({ client, clock, name, errorFrom: tiktokErrorFrom })
    this.#uploads = new NetworkCalls({ client, clock, name, errorFrom: uploadErrorFrom })
  }

  /** What stands in `data` of the answer. */
  async read<S extends z.ZodType>(
    schema: S,
    { session, path, query, commits = false, ...call }: TiktokCall,
  ): Promise<z.output<S>> {
    const accessToken =
      typeof session === 'string' ? session : tokenCredentials(session.credentials).accessToken
    const answered = await this.#calls.read(
      z.object({ data: schema }),
      {
        ...call,
        url: addressOf(this.base, path, query),
        headers: { authorization: `Bearer ${accessToken}` },
      },
      { commits },
    )
    return (answered as { data: z.output<S> }).data
  }

  /** Tokens, whose answers have no `data`. */
  grant<S extends z.ZodType>(
    schema: S,
    form: Readonly<Record<string, string>>,
  ): Promise<z.output<S>> {
    return this.#calls.read(schema, {
      method: 'POST',
      url: addressOf(this.base, '/v2/oauth/token/'),
      form,
      signal: new AbortController().signal,
    })
  }

  /** To the address that TikTok gave for an upload; it needs no token. */
  async put(call: Omit<NetworkCall, 'method'>, { commits = false } = {}): Promise<void> {
    await this.#uploads.answer({ ...call, method: 'PUT', timeoutMs: 120_000 }, { commits })
  }
}

interface TiktokCall extends Omit<NetworkCall, 'url' | 'headers'> {
  /** Or the token itself, before there is a session. */
  readonly session: Pick<Session, 'credentials'> | string
  readonly path: string
  readonly query?: Readonly<Record<string, string | undefined>>
  readonly commits?: boolean
}
