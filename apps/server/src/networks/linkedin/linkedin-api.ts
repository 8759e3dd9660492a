import { z } from 'zod'
import { addressOf } from '../address-of.ts'
import { apiVersions } from '../api-versions.ts'
import type { NetworkAnswer } from '../http/network-answer.ts'
import type { NetworkCall } from '../http/network-client.ts'
import type { Session } from '../network-adapter.ts'
import { NetworkCalls } from '../network-calls.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { tokenCredentials } from '../oauth/token-credentials.ts'
import { tokenErrorFrom } from '../oauth/token-error.ts'
import { linkedinErrorFrom } from './errors.ts'

/** Calls to the versioned API of LinkedIn, as one account. */
export class LinkedinApi {
  readonly base: string
  readonly tokens: NetworkCalls
  readonly #calls: NetworkCalls

  constructor({ client, clock, apiUrl }: NetworkEnvironment) {
    this.base = apiUrl ?? 'https://api.linkedin.com'
    const name = 'LinkedIn'
    this.#calls = new NetworkCalls({ client, clock, name, errorFrom: linkedinErrorFrom })
    this.tokens = new NetworkCalls({ client, clock, name, errorFrom: tokenErrorFrom })
  }

  read<S extends z.ZodType>(schema: S, call: LinkedinCall): Promise<z.output<S>> {
    return this.#calls.read(schema, this.#called(call))
  }

  /** Of calls that make something: its id stands in a header. */
  answer({ commits = false, ...call }: LinkedinCall): Promise<NetworkAnswer> {
    return this.#calls.answer(this.#called(call), { commits })
  }

  #called({ session, path, query, url, headers, ...call }: LinkedinCall): NetworkCall {
    const accessToken =
      typeof session === 'string' ? session : tokenCredentials(session.credentials).accessToken
    return {
      ...call,
      url: url ?? addressOf(this.base, path ?? '', query),
      headers: {
        authorization: `Bearer ${accessToken}`,
        'linkedin-version': apiVersions.linkedin.version,
        'x-restli-protocol-version': '2.0.0',
        ...headers,
      },
    }
  }
}

interface LinkedinCall extends Omit<NetworkCall, 'url'> {
  /** Or the token itself, before there is a session. */
  readonly session: Pick<Session, 'credentials'> | string
  readonly path?: string
  readonly query?: Readonly<Record<string, string | undefined>>
  /** Where LinkedIn itself says where to go, as with uploads. */
  readonly url?: string
  readonly commits?: boolean
}

const factsSchema = z.object({ reads: z.boolean() })

/**
 * Whether LinkedIn lets us read what the account posted. Of pages it does; of people only for apps
 * that it has chosen.
 */
export function mayReadPosts({ facts }: Session): boolean {
  return factsSchema.safeParse(facts).data?.reads ?? false
}
