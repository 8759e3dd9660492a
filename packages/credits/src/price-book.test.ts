import { describe, expect, test } from 'vitest'
import { Ledger } from './ledger.ts'
import { MemoryStore } from './memory/index.ts'
import { assertPriceBook, type PriceBook, priceBookAt, quote } from './price-book.ts'
import { countingIds, holdOf } from './testing/index.ts'

const book: PriceBook = {
  versions: [
    { version: 1, effectiveFrom: 100, prices: { image: 10, post: 5 } },
    { version: 2, effectiveFrom: 200, prices: { image: 5, post: 0 } },
  ],
}

describe('quote', () => {
  test('[C21] uses the version in effect, from its first instant on', () => {
    expect(priceBookAt(book, 199).version).toBe(1)
    expect(priceBookAt(book, 200).version).toBe(2)
    expect(quote(book, { action: 'image', quantity: 3 }, 199)).toEqual({
      version: 1,
      action: 'image',
      unitPrice: 10,
      quantity: 3,
      credits: 30,
    })
    expect(quote(book, { action: 'post', quantity: 3 }, 200)?.credits).toBe(0)
  })

  test('[C21] knows only the actions of the book', () => {
    expect(quote(book, { action: 'video', quantity: 1 }, 200)).toBeUndefined()
    expect(quote(book, { action: 'constructor', quantity: 1 }, 200)).toBeUndefined()
  })

  test('[C1] refuses quantities that are no whole number above zero', () => {
    for (const quantity of [0, -1, 1.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1]) {
      expect(() => quote(book, { action: 'image', quantity }, 200)).toThrow(/whole number/)
    }
    const tooMany = { action: 'image', quantity: Number.MAX_SAFE_INTEGER }
    expect(() => quote(book, tooMany, 200)).toThrow(/whole number/)
  })

  test('[C21] is not answered before the first version', () => {
    expect(() => priceBookAt(book, 99)).toThrow(/No version/)
  })
})

describe('assertPriceBook', () => {
  test('[C21] accepts ascending versions only', () => {
    assertPriceBook(book)
    expect(() => assertPriceBook({ versions: [] })).toThrow(/at least one/)
    expect(() => assertPriceBook({ versions: book.versions.toReversed() })).toThrow(/come after/)
  })

  test('[C1] refuses a price that is no whole number', () => {
    const bad = { versions: [{ version: 1, effectiveFrom: 0, prices: { image: 4.5 } }] }
    expect(() => assertPriceBook(bad)).toThrow(/whole number/)
  })
})

describe('a price book that changes while the ledger is used', () => {
  const costing = (credits: number): PriceBook => ({
    versions: [{ version: credits, effectiveFrom: 0, prices: { 'image.standard': credits } }],
  })
  const policy = { now: () => 100, newId: countingIds(), openOperationsMax: 9, leaseMs: 1000 }

  async function openLedger(priceBook: () => PriceBook): Promise<Ledger> {
    const ledger = new Ledger({ ...policy, store: new MemoryStore(), priceBook })
    const allowance = { credits: 60, anchor: 100, pausesAtZero: false }
    await ledger.setAllowance({ accountId: 'a', allowance, reason: 'sign-up' })
    return ledger as Ledger
  }

  test('[C22] refuses a hold that was quoted before the change, with the new quote', async () => {
    let book = costing(5)
    const ledger = await openLedger(() => book)
    expect(await ledger.hold(holdOf('a', 'before'))).toMatchObject({ kind: 'held' })
    book = costing(7)
    expect(await ledger.hold(holdOf('a', 'after'))).toMatchObject({
      reason: 'price_changed',
      quote: { version: 7, unitPrice: 7, credits: 7 },
    })
    const seen = { quote: { version: 7, credits: 7 } }
    expect(await ledger.hold(holdOf('a', 'again', seen))).toMatchObject({ kind: 'held' })
    expect(await ledger.balance('a')).toMatchObject({ held: 12 })
  })

  test('[C21] is looked through before it is used, and changes nothing if it is none', async () => {
    let book = costing(5)
    const ledger = await openLedger(() => book)
    book = costing(0.5)
    await expect(ledger.hold(holdOf('a', 'op'))).rejects.toThrow(/whole number/)
    book = { versions: [] }
    await expect(ledger.hold(holdOf('a', 'op'))).rejects.toThrow(/at least one/)
    book = costing(5)
    expect(await ledger.hold(holdOf('a', 'op'))).toMatchObject({ kind: 'held' })
    expect(await ledger.balance('a')).toMatchObject({ held: 5 })
    const never = { ...policy, store: new MemoryStore(), priceBook: costing(0.5) }
    expect(() => new Ledger(never)).toThrow(/whole number/)
  })
})
