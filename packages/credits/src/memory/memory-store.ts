import type { Store, StoreReader, StoreSession } from '../store.ts'
import type { AccountBook } from './account-book.ts'
import { AccountLocks } from './account-locks.ts'
import { MemoryReader } from './memory-reader.ts'
import { MemorySession } from './memory-session.ts'
import { MemoryTransaction } from './memory-transaction.ts'

export interface MemoryStoreOptions {
  /** Awaited before every access, so that a scheduler can let others go first. */
  readonly pause?: () => Promise<void>
}

/** Accounts in the memory of one process, with real transactions: for tests and simulations. */
export class MemoryStore implements Store<MemoryTransaction> {
  readonly reader: StoreReader
  readonly #books = new Map<string, AccountBook>()
  readonly #locks = new AccountLocks()
  readonly #pause: () => Promise<void>

  constructor({ pause = async () => {} }: MemoryStoreOptions = {}) {
    this.#pause = pause
    const books = this.#books
    const source = { book: (id: string) => books.get(id), books: () => [...books.values()] }
    this.reader = new MemoryReader(source, pause)
  }

  async transaction<T>(work: (tx: MemoryTransaction) => Promise<T>): Promise<T> {
    const tx = new MemoryTransaction(this.#books, this.#locks)
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
}
