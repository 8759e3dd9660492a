import { Agent, type Dispatcher, type FormData, request } from 'undici'
import { allowedHosts, checkAddress } from '../../fetching/check-address.ts'
import { FetchRefusedError } from '../../fetching/fetch-refused-error.ts'
import { guardedConnector, lookupHost } from '../../fetching/guarded-connector.ts'
import { NetworkAnswer } from './network-answer.ts'
import { NetworkSilence } from './network-silence.ts'

export interface NetworkCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly json?: unknown
  /** Sent as a form; what is undefined is left out. */
  readonly form?: Readonly<Record<string, string | undefined>>
  /** Sent as it is; its type belongs in the headers. */
  readonly body?: Uint8Array | FormData
  /** For the whole of it; 30 s when absent. */
  readonly timeoutMs?: number
  readonly signal: AbortSignal
}

/**
 * Speaks HTTP with social networks. Answers of any status are given; where none came, a
 * {@link NetworkSilence} says whether anything can have arrived. Addresses are checked before and
 * while connecting, redirects are never followed, and every call has a connection of its own kind:
 * none is sent on one that the network may be closing just then.
 */
export class NetworkClient {
  readonly #agent: Agent
  readonly #isAllowedHost: (hostPort: string) => boolean
  readonly #userAgent: string

  constructor(settings: {
    /** `host:port` entries that may be called although they are private. */
    readonly allowedHosts: readonly string[]
    readonly userAgent: string
  }) {
    this.#isAllowedHost = allowedHosts(settings.allowedHosts)
    this.#userAgent = settings.userAgent
    this.#agent = new Agent({
      connect: guardedConnector({
        lookup: lookupHost,
        isAllowedHost: this.#isAllowedHost,
        timeoutMs: connectTimeoutMs,
      }),
      maxHeaderSize: 32_768,
      // A connection that rested may be closed by the other side while we send: the answer would be
      // lost, and nobody could tell whether the post was made.
      keepAliveTimeout: 1,
      keepAliveMaxTimeout: 1,
      pipelining: 0,
    })
  }

  async call(call: NetworkCall): Promise<NetworkAnswer> {
    const signal = AbortSignal.any([
      call.signal,
      AbortSignal.timeout(call.timeoutMs ?? callTimeoutMs),
    ])
    try {
      const url = checkAddress(call.url, this.#isAllowedHost)
      const response = await request(url, {
        dispatcher: this.#agent,
        method: call.method,
        signal,
        headers: { 'user-agent': this.#userAgent, accept: 'application/json', ...headersOf(call) },
        body: bodyOf(call),
      })
      return new NetworkAnswer({
        url: url.href,
        status: response.statusCode,
        headers: response.headers,
        text: await boundedText(response),
      })
    } catch (error) {
      throw silenceFrom(error)
    }
  }

  async close(): Promise<void> {
    await this.#agent.close()
  }
}

const connectTimeoutMs = 10_000
const callTimeoutMs = 30_000
/** No answer of an API is longer; what is, is no answer of an API. */
const answerBytesMax = 2_000_000

function headersOf({ headers, json, form }: NetworkCall): Record<string, string> {
  return {
    ...(json !== undefined && { 'content-type': 'application/json' }),
    ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
    ...headers,
  }
}

function bodyOf({ json, form, body }: NetworkCall): string | Uint8Array | FormData | null {
  if (json !== undefined) return JSON.stringify(json)
  if (form !== undefined) {
    const given = Object.entries(form).filter((entry): entry is [string, string] => {
      return entry[1] !== undefined
    })
    return new URLSearchParams(given).toString()
  }
  return body ?? null
}

async function boundedText({ body }: Dispatcher.ResponseData): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength
    if (bytes > answerBytesMax) {
      body.destroy()
      throw new Error('the answer is longer than any answer of an API')
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Errors that come before a connection stands: nothing was sent. */
const beforeSending = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENODATA',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

function silenceFrom(error: unknown): unknown {
  const code = codeOf(error)
  const isCertificate = /CERT|SELF_SIGNED|ISSUER|ALTNAME|ERR_TLS|ERR_SSL/.test(code)
  const isUnsent = error instanceof FetchRefusedError || beforeSending.has(code) || isCertificate
  const reason = isCertificate ? 'certificate' : isUnsent ? 'unreachable' : 'cut'
  return new NetworkSilence({ sent: !isUnsent, reason, cause: error })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
