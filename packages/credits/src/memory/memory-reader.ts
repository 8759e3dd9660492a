import type { Account } from '../account.ts'
import type { AccountState } from '../account-state.ts'
import type { AuditReport } from '../audit-report.ts'
import type { BalanceFacts } from '../balance.ts'
import type { Entry } from '../entry.ts'
import type { ExplanationFacts } from '../explanation.ts'
import type { Instant } from '../instant.ts'
import { isLapsed, type Operation } from '../operation.ts'
import type { DaySpending, Period } from '../spending.ts'
import type { EntriesRequest, StateRequest, StoreReader } from '../store.ts'
import type { UsagePosition } from '../usage-page.ts'
import {
  type AccountBook,
  balanceFactsOf,
  explanationFactsOf,
  operationsOf,
  spentByDayOf,
  stateOf,
} from './account-book.ts'
import { auditBooks } from './audit-books.ts'

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

  async states(requests: readonly StateRequest[]): Promise<readonly AccountState[]> {
    await this.#pause()
    const books = requests.map(({ accountId }) => this.#source.book(accountId))
    return books.filter((book) => book !== undefined).map(stateOf)
  }

  async balanceFacts(
    accountId: string,
    { cycleStart }: { readonly cycleStart: Instant },
  ): Promise<BalanceFacts | undefined> {
    const book = await this.#read(accountId)
    return book && balanceFactsOf(book, cycleStart)
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

  async explanationFacts(accountId: string, at: Instant): Promise<ExplanationFacts | undefined> {
    const book = await this.#read(accountId)
    return book && explanationFactsOf(book, at)
  }

  async audit(): Promise<AuditReport> {
    await this.#pause()
    return auditBooks(this.#source.books())
  }

  async lapsed(
    now: Instant,
    limit: number,
    except: readonly string[],
  ): Promise<readonly Operation[]> {
    await this.#pause()
    return this.#source
      .books()
      .flatMap(operationsOf)
      .filter((operation) => isLapsed(operation, now) && !except.includes(operation.accountId))
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
