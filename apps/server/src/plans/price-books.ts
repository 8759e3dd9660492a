import type { PriceBook, PriceBookVersion } from '@rheos/credits'
import { asc, eq } from 'drizzle-orm'
import type { Logger } from 'pino'
import { type Clock, dayMs, type Instant, isoInstant } from '../clock.ts'
import type { Database, Transaction } from '../db/database.ts'
import type { Listener } from '../db/listener.ts'
import { priceBookVersions } from '../db/schema.ts'
import { Recurring } from '../jobs/recurring.ts'
import { Refusal } from '../refusal.ts'
import { type Prices, pricedActions } from './priced-actions.ts'

/** Tells every process, at commit, that a version was published. */
const priceBookChannel = 'price_book'
const rereadMs = 60_000
/** How long before it counts a version is published: by then every process has read it. */
export const noticeMs = 5 * 60_000
const aheadMaxMs = 366 * dayMs

/** A version as it was published. */
export type PublishedVersion = typeof priceBookVersions.$inferSelect

export interface NewVersion {
  readonly prices: Prices
  readonly effectiveFrom: Instant
  readonly reason: string
  readonly publishedBy: string
  /** The same press again publishes nothing, and gets the first answer. */
  readonly pressId: string
}

export interface PriceBooksOptions {
  readonly database: Database
  readonly listener: Pick<Listener, 'on' | 'onResync'>
  readonly clock: Clock
  /** The real time, whatever clock the studio is given: how old its knowledge is, is about this process. */
  readonly processClock: Clock
  readonly log: Logger
}

/**
 * The price book, kept in memory and read anew when a version is published, when notifications were
 * lost, and every minute. As a version is published some minutes before it counts, every process
 * charges by it from the same instant on; one that could not read for so long charges nothing.
 */
export class PriceBooks {
  readonly #database: Database
  readonly #clock: Clock
  readonly #reading: Recurring
  #versions: readonly PublishedVersion[] = []
  /** The same object until it is read anew: the meter looks over each that it has not seen. */
  #book: PriceBook = { versions: [] }
  readonly #processClock: Clock
  /** By the clock of this process. */
  #readAt: Instant = Number.NEGATIVE_INFINITY

  private constructor({ database, listener, clock, processClock, log }: PriceBooksOptions) {
    this.#database = database
    this.#clock = clock
    this.#processClock = processClock
    const task = () => this.#read()
    this.#reading = new Recurring({ name: 'the price book', task, everyMs: rereadMs, log })
    listener.on(priceBookChannel, () => this.#reading.wake())
    listener.onResync(() => this.#reading.wake())
  }

  /** Resolves when the prices are known. Before the listener starts. */
  static async open(options: PriceBooksOptions): Promise<PriceBooks> {
    const books = new PriceBooks(options)
    await books.#read()
    return books
  }

  /** Keeps the prices up to date from now on. */
  start(): void {
    this.#reading.start()
  }

  async stop(): Promise<void> {
    await this.#reading.stop()
  }

  /** What the meter decides with. Throws a {@link Refusal} where this process may have missed a change. */
  readonly current = (): PriceBook => {
    if (this.#processClock() - this.#readAt > noticeMs) {
      throw new Refusal(
        'unavailable',
        'The prices could not be read, and nothing was charged. Try again in a moment.',
      )
    }
    return this.#book
  }

  /** Every version, those announced too, oldest first. */
  get versions(): readonly PublishedVersion[] {
    return this.#versions
  }

  /** The prices that come last: what a new version would replace. */
  get latest(): PriceBookVersion {
    const last = this.#versions.at(-1)
    if (last === undefined) throw new Error('There is no version of the price book.')
    return last
  }

  /** Throws a {@link Refusal} where it could not become the next version. */
  async publish(wanted: NewVersion): Promise<PublishedVersion> {
    const published = await this.#database.transaction(async (tx) => {
      // One after another: what is checked here is still so when it is written.
      await tx.query('lock table studio.price_book_versions in share row exclusive mode')
      const [known] = await tx.db
        .select()
        .from(priceBookVersions)
        .where(eq(priceBookVersions.pressId, wanted.pressId))
      return known === undefined ? this.#publishNext(tx, wanted) : sameVersion(known, wanted)
    })
    await this.#read()
    return published
  }

  async #publishNext(tx: Transaction, wanted: NewVersion): Promise<PublishedVersion> {
    const publishedAt = this.#clock()
    const last = (await readVersions(tx.db)).at(-1)
    assertNext(last, wanted, publishedAt)
    const version = { ...wanted, version: (last?.version ?? 0) + 1, publishedAt }
    const [published] = await tx.db.insert(priceBookVersions).values(version).returning()
    if (published === undefined) throw new Error('A version was written that is not there.')
    await tx.query('select pg_notify($1, $2)', [priceBookChannel, String(published.version)])
    return published
  }

  async #read(): Promise<void> {
    const readAt = this.#processClock()
    const versions = await readVersions(this.#database.db)
    // An older read that comes late must not undo a newer one.
    if (readAt < this.#readAt) return
    this.#versions = versions
    this.#book = { versions }
    this.#readAt = readAt
  }
}

async function readVersions(db: Pick<Transaction, 'db'>['db']): Promise<PublishedVersion[]> {
  return db.select().from(priceBookVersions).orderBy(asc(priceBookVersions.version))
}

function sameVersion(known: PublishedVersion, wanted: NewVersion): PublishedVersion {
  const isSame =
    known.effectiveFrom === wanted.effectiveFrom &&
    known.reason === wanted.reason &&
    pricedActions.every((action) => known.prices[action] === wanted.prices[action])
  if (isSame) return known
  throw new Refusal(
    'idempotency_conflict',
    'This press published another version already: load the page again.',
  )
}

function assertNext(last: PublishedVersion | undefined, wanted: NewVersion, now: Instant): void {
  const { effectiveFrom, prices } = wanted
  if (effectiveFrom < now + noticeMs) {
    throw notEffective('must be at least 5 minutes from now, so that every page has heard of it')
  }
  if (effectiveFrom > now + aheadMaxMs) throw notEffective('must be within a year')
  if (last === undefined) return
  if (effectiveFrom <= last.effectiveFrom) {
    throw notEffective(
      `must be after ${isoInstant(last.effectiveFrom)}, when version ${last.version} begins`,
    )
  }
  if (pricedActions.every((action) => last.prices[action] === prices[action])) {
    throw new Refusal(
      'invalid_request',
      `These are the prices of version ${last.version}: change one of them, or publish nothing.`,
    )
  }
}

function notEffective(message: string): Refusal {
  return new Refusal('invalid_request', `The instant from which these prices count ${message}.`, {
    fields: [{ path: 'effectiveFrom', message }],
  })
}
