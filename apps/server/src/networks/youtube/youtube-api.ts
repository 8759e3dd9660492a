import type { z } from 'zod'
import type { Clock } from '../../clock.ts'
import { addressOf } from '../address-of.ts'
import type { NetworkAnswer } from '../http/network-answer.ts'
import type { NetworkCall, NetworkClient } from '../http/network-client.ts'
import { errorFromSilence } from '../http/publish-error-from.ts'
import type { Session } from '../network-adapter.ts'
import { NetworkCalls } from '../network-calls.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { tokenCredentials } from '../oauth/token-credentials.ts'
import { tokenErrorFrom } from '../oauth/token-error.ts'
import { youtubeErrorFrom } from './errors.ts'

/** Calls to version 3 of the Data API of YouTube, as one channel. */
export class YoutubeApi {
  readonly base: string
  readonly tokens: NetworkCalls
  readonly #calls: NetworkCalls
  readonly #client: NetworkClient
  readonly #clock: Clock

  constructor({ client, clock, apiUrl }: NetworkEnvironment) {
    this.base = apiUrl ?? 'https://www.googleapis.com'
    this.#client = client
    this.#clock = clock
    this.#calls = new NetworkCalls({ client, clock, name, errorFrom: youtubeErrorFrom })
    this.tokens = new NetworkCalls({ client, clock, name, errorFrom: tokenErrorFrom })
  }

  read<S extends z.ZodType>(schema: S, call: YoutubeCall): Promise<z.output<S>> {
    return this.#calls.read(schema, this.#called(call))
  }

  answer(call: YoutubeCall): Promise<NetworkAnswer> {
    return this.#calls.answer(this.#called(call))
  }

  /** A call to an upload; that it goes on (308) and that it is unknown (404, 410) are answers too. */
  async upload(
    call: Omit<YoutubeCall, 'method'> & { readonly url: string },
    { commits = false } = {},
  ): Promise<NetworkAnswer> {
    const facts = { name, commits, now: this.#clock() }
    const answer = await this.#client
      .call(this.#called({ ...call, method: 'PUT' }))
      .catch((error: unknown) => {
        throw errorFromSilence(error, facts)
      })
    const goesOn = answer.status === 308 && answer.header('location') === undefined
    if (answer.isSuccess || goesOn || isUnknown(answer)) return answer
    throw youtubeErrorFrom(answer, facts)
  }

  #called({ session, path, query, url, headers, ...call }: YoutubeCall): NetworkCall {
    const accessToken =
      typeof session === 'string' ? session : tokenCredentials(session.credentials).accessToken
    return {
      ...call,
      url: url ?? addressOf(this.base, path ?? '', query),
      headers: { authorization: `Bearer ${accessToken}`, ...headers },
    }
  }
}

interface YoutubeCall extends Omit<NetworkCall, 'url'> {
  /** Or the token itself, before there is a session. */
  readonly session: Pick<Session, 'credentials'> | string
  readonly path?: string
  readonly query?: Readonly<Record<string, string | undefined>>
  /** Where YouTube itself says where to go, as with uploads. */
  readonly url?: string
}

/** Whether YouTube says that it does not know the upload, or not any more. */
export function isUnknown({ status }: NetworkAnswer): boolean {
  return status === 404 || status === 410
}

const name = 'YouTube'
