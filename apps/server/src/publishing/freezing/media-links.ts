import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock, Instant } from '../../clock.ts'

/** Networks fetch at once, or within minutes; some look once more when they make their own sizes. */
const openForMs = 2 * 3_600_000

/**
 * Addresses at which networks fetch frozen files, for those that take no bytes: signed, so that
 * nobody can make one up, and good for two hours.
 */
export class MediaLinks {
  readonly #key: Uint8Array
  readonly #clock: Clock
  readonly #publicUrl: string

  constructor(options: {
    readonly key: Uint8Array
    readonly clock: Clock
    readonly publicUrl: string
  }) {
    this.#key = options.key
    this.#clock = options.clock
    this.#publicUrl = options.publicUrl
  }

  urlOf(storageKey: string, mediaType: string): string {
    const until = this.#clock() + openForMs
    const claim = Buffer.from(JSON.stringify([storageKey, mediaType, until])).toString('base64url')
    const extension = mediaType.split('/')[1] ?? 'bin'
    return `${this.#publicUrl}/media/${claim}.${this.#signatureOf(claim)}.${extension}`
  }

  /** What a link is for; undefined when nobody signed it, or its time is over. */
  open(token: string): { readonly storageKey: string; readonly mediaType: string } | undefined {
    const [claim, signature] = token.split('.')
    if (claim === undefined || signature === undefined) return undefined
    if (!isSame(signature, this.#signatureOf(claim))) return undefined
    const [storageKey, mediaType, until] = JSON.parse(
      Buffer.from(claim, 'base64url').toString('utf8'),
    ) as [string, string, Instant]
    return until < this.#clock() ? undefined : { storageKey, mediaType }
  }

  #signatureOf(claim: string): string {
    return createHmac('sha256', this.#key).update(claim).digest('base64url')
  }
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.byteLength === b.byteLength && timingSafeEqual(a, b)
}
