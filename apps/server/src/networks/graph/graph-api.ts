import type { FormData } from 'undici'
import type { z } from 'zod'
import { addressOf } from '../address-of.ts'
import type { NetworkAnswer } from '../http/network-answer.ts'
import type { NetworkCall } from '../http/network-client.ts'
import type { Session } from '../network-adapter.ts'
import { type CallFacts, NetworkCalls } from '../network-calls.ts'
import type { NetworkEnvironment } from '../network-environment.ts'
import { tokenCredentials } from '../oauth/token-credentials.ts'
import { PublishError } from '../publish-error.ts'
import { graphErrorFrom, type KnownGraphErrors } from './graph-error.ts'

/** Calls to one of the Graph APIs of Meta. */
export class GraphApi {
  readonly name: string
  readonly base: string
  readonly #version: string
  readonly #calls: NetworkCalls
  readonly #tokens: NetworkCalls

  constructor(
    { client, clock, apiUrl }: NetworkEnvironment,
    settings: {
      readonly name: string
      /** Where the network has it, unless the installation says otherwise. */
      readonly base: string
      readonly version: string
      readonly known: KnownGraphErrors
    },
  ) {
    const { name, known } = settings
    this.name = name
    this.base = apiUrl ?? settings.base
    this.#version = settings.version
    const errorFrom = (answer: NetworkAnswer, facts: CallFacts) =>
      graphErrorFrom(answer, facts, known)
    this.#calls = new NetworkCalls({ client, clock, name, errorFrom })
    this.#tokens = new NetworkCalls({
      client,
      clock,
      name,
      errorFrom: (answer, facts) => accountError(errorFrom(answer, facts), name),
    })
  }

  /** As one account. */
  read<S extends z.ZodType>(schema: S, call: GraphCall): Promise<z.output<S>> {
    const { session, method, path, params, upload, commits = false, ...rest } = call
    const access_token =
      typeof session === 'string' ? session : tokenCredentials(session.credentials).accessToken
    const given = { ...params, access_token }
    const url = `${this.base}/${this.#version}${path}`
    if (method === 'GET')
      return this.#calls.read(schema, { method, url: addressOf(url, '', given), ...rest })
    if (upload === undefined)
      return this.#calls.read(schema, { method, url, form: given, ...rest }, { commits })
    for (const [name, value] of Object.entries(given))
      if (value !== undefined) upload.set(name, value)
    return this.#calls.read(schema, { method, url, body: upload, ...rest }, { commits })
  }

  /** Of tokens, which have addresses of their own. */
  readToken<S extends z.ZodType>(schema: S, call: NetworkCall): Promise<z.output<S>> {
    return this.#tokens.read(schema, call)
  }
}

/** A token that is refused has to be asked for again, by a person. */
function accountError(error: PublishError, name: string): PublishError {
  if (error.kind !== 'rejected') return error
  return new PublishError({
    kind: 'account',
    code: 'account_expired',
    detail: `${name} did not accept the connection: connect the account again.`,
    requestId: error.requestId,
    cause: error,
  })
}

interface GraphCall {
  /** Or the token itself, before there is a session. */
  readonly session: Pick<Session, 'credentials'> | string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly params?: Readonly<Record<string, string | undefined>>
  /** Sent with the parameters. */
  readonly upload?: FormData
  readonly commits?: boolean
  readonly timeoutMs?: number
  readonly signal: AbortSignal
}
