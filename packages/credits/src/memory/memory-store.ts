import { type Changes, isEmpty } from '../changes.ts'
import type { Store, StoreReader, StoreSession } from '../store.ts'
import { type AccountBook, bookAfter } from './account-book.ts'
import { AccountLocks } from './account-locks.ts'
import { EventQueue } from './event-queue.ts'
import { MemoryReader } from './memory-reader.ts'
import { MemorySession } from './memory-session.ts'
import { type MemoryShelf, MemoryTransaction } from './memory-transaction.ts'

export interface MemoryStoreOptions {
  /** Awaited before every access, so that a scheduler can let others go first. */
  readonly pause?: () => Promise<void>
}

/** Accounts in the memory of one process, with real transactions: for tests and simulations. */
export class MemoryStore implements Store<MemoryTransaction> {
  readonly reader: StoreReader
  readonly #shelf: MemoryShelf
  readonly #pause: () => Promise<void>

  constructor({ pause = async () => {} }: MemoryStoreOptions = {}) {
    this.#pause = pause
    const books = new Map<string, AccountBook>()
    this.#shelf = { books, locks: new AccountLocks(), events: new EventQueue() }
    const source = { book: (id: string) => books.get(id), books: () => [...books.values()] }
    this.reader = new MemoryReader(source, pause)
  }

  async transaction<T>(work: (tx: MemoryTransaction) => Promise<T>): Promise<T> {
    const tx = new MemoryTransaction(this.#shelf)
    try {
      const result = await work(tx)
      tx.commit()
      return result
    } finally {
      tx.end()
    }
  }

  session(tx: MemoryTransaction): StoreSession {
    return new MemorySession(tx, this.#pause)
  }

  async appendUnlocked(changes: readonly Changes[]): Promise<readonly string[]> {
    await this.#pause()
    const { books, events } = this.#shelf
    const conflicts = changes.filter((each) => !this.#isCurrent(each))
    if (conflicts.length > 0) return conflicts.map(({ accountId }) => accountId)
    // All of them before the first is kept: one that is refused refuses the rest.
    const written = changes.filter((each) => !isEmpty(each))
    const after = written.map((each) => bookAfter(this.#book(each.accountId), each))
    for (const book of after) books.set(book.account.id, book)
    events.add(written.flatMap((each) => each.events))
    return []
  }

  #isCurrent({ accountId, version, created }: Changes): boolean {
    const book = this.#shelf.books.get(accountId)
    if (book?.version !== version || this.#shelf.locks.isTaken(accountId)) return false
    return !created.some(({ operation }) => book.operations.has(operation.id))
  }

  #book(accountId: string): AccountBook {
    return this.#shelf.books.get(accountId) as AccountBook
  }
}
