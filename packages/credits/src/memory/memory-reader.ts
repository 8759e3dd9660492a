import type { Account } from '../account.ts'
import type { BalanceFacts } from '../balance.ts'
import type { Entry } from '../entry.ts'
import type { Instant } from '../instant.ts'
import { isLapsed, type Operation } from '../operation.ts'
import type { DaySpending, Period } from '../spending.ts'
import type { EntriesRequest, StoreReader } from '../store.ts'
import type { UsagePosition } from '../usage-page.ts'
import { type AccountBook, balanceFactsOf, operationsOf, spentByDayOf } from './account-book.ts'

/** Where books are looked up: the committed ones, or those of a transaction. */
export interface BookSource {
  book(accountId: string): AccountBook | undefined
  books(): readonly AccountBook[]
}

export class MemoryReader implements StoreReader {
  readonly #source: BookSource
  readonly #pause: () => Promise<void>

  constructor(source: BookSource, pause: () => Promise<void>) {
    this.#source = source
    this.#pause = pause
  }

  async account(accountId: string): Promise<Account | undefined> {
    return (await this.#read(accountId))?.account
  }

  async balanceFacts(
    accountId: string,
    { spentSince }: { readonly spentSince: Instant },
  ): Promise<BalanceFacts | undefined> {
    const book = await this.#read(accountId)
    return book && balanceFactsOf(book, spentSince)
  }

  async operation(accountId: string, operationId: string): Promise<Operation | undefined> {
    return (await this.#read(accountId))?.operations.get(operationId)?.operation
  }

  async usage(
    accountId: string,
    { limit, after }: { readonly limit: number; readonly after?: UsagePosition },
  ): Promise<readonly Operation[]> {
    const book = await this.#read(accountId)
    return (book ? operationsOf(book) : [])
      .filter(({ state }) => state !== 'refused')
      .filter((operation) => !after || isAfter(operation, after))
      .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
      .slice(0, limit)
  }

  async spentByDay(accountId: string, period: Period): Promise<readonly DaySpending[]> {
    const book = await this.#read(accountId)
    return book ? spentByDayOf(book, period) : []
  }

  async entries(accountId: string, request: EntriesRequest): Promise<readonly Entry[]> {
    const { from = -Infinity, to = Infinity, after = 0, limit } = request
    const book = await this.#read(accountId)
    return (book?.entries ?? [])
      .filter(({ at, seq }) => from <= at && at < to && seq > after)
      .slice(0, limit)
  }

  async lapsed(now: Instant, limit: number): Promise<readonly Operation[]> {
    await this.#pause()
    return this.#source
      .books()
      .flatMap(operationsOf)
      .filter((operation) => isLapsed(operation, now))
      .sort((a, b) => (a.leaseUntil ?? 0) - (b.leaseUntil ?? 0))
      .slice(0, limit)
  }

  async #read(accountId: string): Promise<AccountBook | undefined> {
    await this.#pause()
    return this.#source.book(accountId)
  }
}

function isAfter(operation: Operation, position: UsagePosition): boolean {
  const { createdAt, id } = operation
  if (createdAt !== position.createdAt) return createdAt < position.createdAt
  return id < position.operationId
}
