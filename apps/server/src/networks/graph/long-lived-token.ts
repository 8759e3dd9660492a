import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import { addressOf } from '../address-of.ts'
import type { Renewed, Session } from '../network-adapter.ts'
import { tokenCredentials } from '../oauth/token-credentials.ts'
import type { GraphApi } from './graph-api.ts'

const schema = z.object({ access_token: z.string(), expires_in: z.number() })

/** Tokens of Instagram and Threads: of an hour, then of sixty days, then renewed for sixty more. */
export class LongLivedToken {
  readonly #api: GraphApi
  readonly #clock: Clock
  readonly #prefix: 'ig' | 'th'

  constructor(settings: {
    readonly api: GraphApi
    readonly clock: Clock
    readonly prefix: 'ig' | 'th'
  }) {
    this.#api = settings.api
    this.#clock = settings.clock
    this.#prefix = settings.prefix
  }

  exchange(shortLived: string, clientSecret: string): Promise<Renewed> {
    return this.#read('/access_token', {
      grant_type: `${this.#prefix}_exchange_token`,
      client_secret: clientSecret,
      access_token: shortLived,
    })
  }

  renew({ credentials }: Session): Promise<Renewed> {
    return this.#read('/refresh_access_token', {
      grant_type: `${this.#prefix}_refresh_token`,
      access_token: tokenCredentials(credentials).accessToken,
    })
  }

  async #read(path: string, query: Readonly<Record<string, string>>): Promise<Renewed> {
    const token = await this.#api.readToken(schema, {
      method: 'GET',
      url: addressOf(this.#api.base, path, query),
      signal: new AbortController().signal,
    })
    return {
      credentials: { accessToken: token.access_token },
      tokenExpiresAt: this.#clock() + token.expires_in * 1000,
      personNeededAt: null,
    }
  }
}
