/** What a network answered, of whatever status. */
export class NetworkAnswer {
  readonly url: string
  readonly status: number
  readonly text: string
  readonly #headers: Readonly<Record<string, string | string[] | undefined>>

  constructor(answer: {
    readonly url: string
    readonly status: number
    readonly headers: Readonly<Record<string, string | string[] | undefined>>
    readonly text: string
  }) {
    this.url = answer.url
    this.status = answer.status
    this.text = answer.text
    this.#headers = answer.headers
  }

  get isSuccess(): boolean {
    return this.status >= 200 && this.status < 300
  }

  /** The name in lower case; of several the first. */
  header(name: string): string | undefined {
    const value = this.#headers[name]
    return Array.isArray(value) ? value[0] : value
  }

  /** Undefined where it is no JSON, as the page of a proxy. */
  get json(): unknown {
    try {
      return JSON.parse(this.text)
    } catch {
      return undefined
    }
  }

  /** The network's own number of the request, under whatever name. */
  get requestId(): string | undefined {
    for (const name of requestIdHeaders) {
      const value = this.header(name)
      if (value !== undefined) return value.slice(0, 200)
    }
    return undefined
  }

  /** When to come back, by `Retry-After`; milliseconds from now. */
  get retryAfterMs(): number | undefined {
    const value = this.header('retry-after')
    if (value === undefined) return undefined
    const seconds = Number(value)
    if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000)
    const at = Date.parse(value)
    return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now())
  }
}

const requestIdHeaders = [
  'x-request-id',
  'x-fb-request-id',
  'x-fb-trace-id',
  'x-li-uuid',
  'x-transaction-id',
  'x-tt-logid',
  'request-id',
]
