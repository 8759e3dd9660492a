import { createRequire } from 'node:module'
import type { SiteReader } from './site-reader.ts'

interface Robots {
  isAllowed(url: string, userAgent?: string): boolean | undefined
}

// The package's types claim a default export that its CommonJS form does not have under Node.
const robotsParser: (url: string, content: string) => Robots = createRequire(import.meta.url)(
  'robots-parser',
)

/** The name that `robots.txt` files may address us by. */
export const robotName = 'Rheos'

const maxBytes = 500_000

/** What a site's `robots.txt` allows; a site without one allows everything. */
export class SiteRules {
  readonly #reader: SiteReader
  readonly #byOrigin = new Map<string, Promise<Robots>>()

  constructor(reader: SiteReader) {
    this.#reader = reader
  }

  async allows(address: string): Promise<boolean> {
    const { origin } = new URL(address)
    const known = this.#byOrigin.get(origin) ?? this.#read(origin)
    this.#byOrigin.set(origin, known)
    return (await known).isAllowed(address, robotName) ?? true
  }

  async #read(origin: string): Promise<Robots> {
    const address = `${origin}/robots.txt`
    const content = await this.#reader.text(address, {
      accept: ['text/plain'],
      maxBytes,
      timeoutMs: 5_000,
    })
    return robotsParser(address, content ?? '')
  }
}
