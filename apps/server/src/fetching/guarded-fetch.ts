import { Agent, type Dispatcher, request } from 'undici'
import { readBoundedBody } from './bounded-body.ts'
import { allowedHosts, checkAddress } from './check-address.ts'
import { FetchRefusedError } from './fetch-refused-error.ts'
import { guardedConnector, type HostLookup, lookupHost } from './guarded-connector.ts'

export { type FetchRefusalCode, FetchRefusedError } from './fetch-refused-error.ts'
export type { HostLookup } from './guarded-connector.ts'

export interface GuardedFetchSettings {
  /** `host:port` entries that may be read although they are private. */
  readonly allowedHosts: readonly string[]
  readonly userAgent: string
  /** All addresses of a host; the system's resolver when absent. */
  readonly lookup?: HostLookup
}

export interface FetchBounds {
  readonly signal: AbortSignal
  /** Media types that are wanted, as `text/html` or `image/*`. */
  readonly accept: readonly string[]
  readonly maxBytes: number
  readonly maxDecodedBytes: number
  /** For the whole of it: redirects, headers and a body that trickles. */
  readonly timeoutMs: number
  readonly maxRedirects: number
}

export interface Fetched {
  /** Where the last redirect led. */
  readonly url: string
  readonly status: number
  readonly contentType: string
  readonly charset?: string
  /** Empty unless the status is 2xx. */
  readonly body: Uint8Array
}

/**
 * Reads an address that a stranger gave. Throws a {@link FetchRefusedError} when it must not or
 * cannot be read, and the signal's reason when it was aborted.
 */
export type GuardedFetch = (url: string, bounds: FetchBounds) => Promise<Fetched>

/** A client that reaches public addresses only, at every redirect, and takes no more than it is told to. */
export function createGuardedFetch(settings: GuardedFetchSettings): GuardedFetch {
  const isAllowedHost = allowedHosts(settings.allowedHosts)
  // An agent of its own, so that no proxy from the environment comes between check and connection.
  const agent = new Agent({
    connect: guardedConnector({
      lookup: settings.lookup ?? lookupHost,
      isAllowedHost,
      timeoutMs: 10_000,
    }),
    maxHeaderSize: 32_768,
    keepAliveTimeout: 1_000,
    keepAliveMaxTimeout: 5_000,
  })
  return async (url, bounds) => {
    const deadline = startDeadline(bounds)
    try {
      const exchange = { agent, bounds, signal: deadline.signal, userAgent: settings.userAgent }
      return await follow(url, exchange, isAllowedHost)
    } catch (error) {
      throw explain(error, bounds.signal, deadline.timedOut())
    } finally {
      deadline.clear()
    }
  }
}

interface Exchange {
  readonly agent: Agent
  readonly bounds: FetchBounds
  readonly signal: AbortSignal
  readonly userAgent: string
}

async function follow(
  address: string,
  exchange: Exchange,
  isAllowedHost: (entry: string) => boolean,
): Promise<Fetched> {
  let url = checkAddress(address, isAllowedHost)
  for (let hops = 0; hops <= exchange.bounds.maxRedirects; hops += 1) {
    const response = await ask(url, exchange)
    const target = redirectTarget(response, url)
    if (target === undefined) return await receive(url, response, exchange)
    discard(response)
    url = checkAddress(target, isAllowedHost)
  }
  throw new FetchRefusedError(
    'site_unreachable',
    'The site keeps forwarding from one address to another; give the address it should end at.',
  )
}

function ask(url: URL, { agent, bounds, signal, userAgent }: Exchange) {
  return request(url, {
    dispatcher: agent,
    signal,
    method: 'GET',
    headersTimeout: bounds.timeoutMs,
    bodyTimeout: bounds.timeoutMs,
    headers: {
      'user-agent': userAgent,
      accept: [...bounds.accept, '*/*;q=0.1'].join(', '),
      'accept-encoding': 'gzip, deflate, br',
      'accept-language': 'en;q=0.5, *;q=0.4',
    },
  })
}

function redirectTarget(response: Dispatcher.ResponseData, from: URL): string | undefined {
  if (![301, 302, 303, 307, 308].includes(response.statusCode)) return undefined
  const location = header(response, 'location')
  if (location === '') return undefined
  return URL.canParse(location, from.href) ? new URL(location, from).href : location
}

async function receive(
  url: URL,
  response: Dispatcher.ResponseData,
  { bounds }: Exchange,
): Promise<Fetched> {
  const type = header(response, 'content-type')
  const contentType = (type.split(';')[0] ?? '').trim().toLowerCase()
  const charset = /charset\s*=\s*["']?([\w.:-]{2,40})/i.exec(type)?.[1]
  const described = {
    url: url.href,
    status: response.statusCode,
    contentType,
    ...(charset !== undefined && { charset }),
  }
  if (response.statusCode < 200 || response.statusCode > 299) {
    discard(response)
    return { ...described, body: new Uint8Array() }
  }
  if (!isWanted(contentType, bounds.accept)) {
    discard(response)
    throw unwanted(contentType, bounds.accept)
  }
  const encoding = header(response, 'content-encoding')
  return { ...described, body: await readBoundedBody(response.body, encoding, bounds) }
}

/** Old servers send no type at all; what they send is then looked at. */
function isWanted(contentType: string, accept: readonly string[]): boolean {
  if (contentType === '') return true
  return accept.some((wanted) =>
    wanted.endsWith('/*') ? contentType.startsWith(wanted.slice(0, -1)) : contentType === wanted,
  )
}

function unwanted(contentType: string, accept: readonly string[]): FetchRefusedError {
  const sent = contentType.slice(0, 80)
  return new FetchRefusedError(
    'not_html',
    accept.includes('text/html')
      ? `This address leads to a file (${sent}) and not to a web page; give the address of a page.`
      : `The file is of another kind than expected (${sent}).`,
  )
}

function discard(response: Dispatcher.ResponseData): void {
  // The connection is given up rather than read to its end, which may never come.
  response.body.on('error', () => undefined)
  response.body.destroy()
}

function header({ headers }: Dispatcher.ResponseData, name: string): string {
  const value = headers[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

interface Deadline {
  readonly signal: AbortSignal
  timedOut(): boolean
  clear(): void
}

function startDeadline({ signal, timeoutMs }: FetchBounds): Deadline {
  const controller = new AbortController()
  let late = false
  const timer = setTimeout(() => {
    late = true
    controller.abort(new Error('deadline passed'))
  }, timeoutMs)
  const abort = () => controller.abort(signal.reason)
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort, { once: true })
  const clear = () => {
    clearTimeout(timer)
    signal.removeEventListener('abort', abort)
  }
  return { signal: controller.signal, timedOut: () => late, clear }
}

function explain(error: unknown, signal: AbortSignal, timedOut: boolean): unknown {
  if (error instanceof FetchRefusedError) return error
  if (signal.aborted) return signal.reason
  if (timedOut) {
    return new FetchRefusedError(
      'site_unreachable',
      'The site took too long to answer; try again later.',
      { cause: error },
    )
  }
  return new FetchRefusedError('site_unreachable', sentenceFor(codeOf(error)), { cause: error })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function sentenceFor(code: string): string {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA') {
    return 'No site was found at this address; check its spelling.'
  }
  if (/CERT|SSL|TLS|SELF_SIGNED|ISSUER/.test(code)) {
    return 'The site has no valid security certificate, so it was not read.'
  }
  return 'The site could not be reached; check the address or try again later.'
}
