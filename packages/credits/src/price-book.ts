import { assert } from './assert.ts'
import { assertCredits, assertPositive, type Credits } from './credits.ts'
import type { Instant } from './instant.ts'

/** What each action costs from an instant on. */
export interface PriceBookVersion {
  readonly version: number
  readonly effectiveFrom: Instant
  readonly prices: Readonly<Record<string, Credits>>
}

/** Every tariff there was, is, and is announced: the only source of prices. */
export interface PriceBook {
  readonly versions: readonly PriceBookVersion[]
}

/** A book that stays, or whoever answers with the book that counts now: it is asked each time. */
export type PriceBookSource = PriceBook | (() => PriceBook)

/** The price of one request at one instant. */
export interface Quote {
  readonly version: number
  readonly action: string
  readonly unitPrice: Credits
  readonly quantity: number
  readonly credits: Credits
}

export interface PricedRequest {
  readonly action: string
  readonly quantity: number
}

/** Versions ascend in number and in effective instant, and every price is a whole number. */
export function assertPriceBook(book: PriceBook): void {
  assert(book.versions.length > 0, 'A price book needs at least one version.')
  book.versions.forEach((version, index) => {
    const before = book.versions[index - 1]
    const ascends =
      !before || (before.version < version.version && before.effectiveFrom < version.effectiveFrom)
    assert(ascends, `Price book version ${version.version} must come after the one before it.`)
    for (const [action, price] of Object.entries(version.prices)) assertCredits(price, action)
  })
}

/** The book that counts now. */
export function currentBook(source: PriceBookSource): PriceBook {
  return typeof source === 'function' ? source() : source
}

/** The same source, with each book asserted before it is first used; one that stays, at once. */
export function assertedSource(source: PriceBookSource): () => PriceBook {
  let asserted: PriceBook | undefined
  const book = () => {
    const current = currentBook(source)
    if (current !== asserted) assertPriceBook(current)
    asserted = current
    return current
  }
  if (typeof source !== 'function') book()
  return book
}

/** The version in effect at `now`. A book without one is a mistake of its author. */
export function priceBookAt(book: PriceBook, now: Instant): PriceBookVersion {
  const version = book.versions.findLast((candidate) => candidate.effectiveFrom <= now)
  assert(version, 'No version of the price book is in effect yet.')
  return version
}

/**
 * What the request costs at `now`, or `undefined` for an action the book does not know.
 *
 * @example
 * quote(book, { action: 'image.standard', quantity: 4 }, now)?.credits // 20
 */
export function quote(book: PriceBook, request: PricedRequest, now: Instant): Quote | undefined {
  const { action, quantity } = request
  assertPositive(quantity, 'A quantity')
  const { version, prices } = priceBookAt(book, now)
  const unitPrice = Object.hasOwn(prices, action) ? prices[action] : undefined
  if (unitPrice === undefined) return undefined
  const credits = unitPrice * quantity
  assertCredits(credits, 'A total')
  return { version, action, unitPrice, quantity, credits }
}
