import {
  type Fetched,
  FetchRefusedError,
  type GuardedFetch,
} from '../../../fetching/guarded-fetch.ts'
import { decodeText } from './decode-text.ts'

/** All decoded bytes of one import; a handful of honest pages stays far below. */
const maxTotalBytes = 12_000_000
const maxPageBytes = 2_000_000
const pageTimeoutMs = 10_000
const maxRedirects = 5

export interface FileBounds {
  readonly accept: readonly string[]
  readonly maxBytes: number
  readonly timeoutMs?: number
}

export interface FetchedPage {
  readonly url: string
  readonly status: number
  readonly html: string
}

/** Reads the files of one site within what one import may take. */
export class SiteReader {
  readonly #fetch: GuardedFetch
  readonly #signal: AbortSignal
  #left = maxTotalBytes

  constructor(fetch: GuardedFetch, signal: AbortSignal) {
    this.#fetch = fetch
    this.#signal = signal
  }

  /** A page, or why it could not be read as a {@link FetchRefusedError}. */
  async page(address: string): Promise<FetchedPage> {
    const accept = ['text/html', 'application/xhtml+xml']
    const fetched = await this.#read(address, {
      accept,
      maxBytes: maxPageBytes,
      timeoutMs: pageTimeoutMs,
    })
    const isError = fetched.status < 200 || fetched.status > 299
    if (!isError && !looksLikeHtml(fetched.body)) {
      throw new FetchRefusedError(
        'not_html',
        'This address does not lead to a web page; give the address of a page.',
      )
    }
    return {
      url: fetched.url,
      status: fetched.status,
      html: decodeText(fetched.body, fetched.charset),
    }
  }

  /** A text file beside the pages, or nothing when it cannot be had. */
  async text(address: string, bounds: FileBounds): Promise<string | undefined> {
    const fetched = await this.#optional(address, bounds)
    return fetched && decodeText(fetched.body, fetched.charset)
  }

  /** Any file beside the pages, or nothing when it cannot be had. */
  async bytes(address: string, bounds: FileBounds): Promise<Uint8Array | undefined> {
    return (await this.#optional(address, bounds))?.body
  }

  async #optional(address: string, bounds: FileBounds): Promise<Fetched | undefined> {
    try {
      const fetched = await this.#read(address, { timeoutMs: pageTimeoutMs, ...bounds })
      return fetched.status >= 200 && fetched.status <= 299 ? fetched : undefined
    } catch (error) {
      if (error instanceof FetchRefusedError || this.#signal.aborted) return undefined
      throw error
    }
  }

  async #read(address: string, bounds: Required<FileBounds>): Promise<Fetched> {
    if (this.#left <= 0)
      throw new FetchRefusedError('page_too_large', 'The site is larger than what is read of one.')
    const maxBytes = Math.min(bounds.maxBytes, this.#left)
    const fetched = await this.#fetch(address, {
      ...bounds,
      maxBytes,
      maxDecodedBytes: maxBytes,
      maxRedirects,
      signal: this.#signal,
    })
    this.#left -= fetched.body.length
    return fetched
  }
}

/** Servers call many things HTML. A page has tags and no zero bytes, whatever its encoding of 8 bits is. */
function looksLikeHtml(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4_096))
  const isUtf16 =
    (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)
  const text = start.toString(isUtf16 ? 'utf16le' : 'latin1')
  if (isUtf16) return start[0] === 0xfe || /<[a-z!]/i.test(text)
  if (text.includes('\0') || text.startsWith('%PDF')) return false
  return /<(!doctype|html|head|body|meta|title|div|p|h[1-6]|a|script|link|table|section|main|header|span|ul|article|center|font|img|b|i|em|strong|!--)[\s>/]|<!--|<\?xml/i.test(
    text,
  )
}
