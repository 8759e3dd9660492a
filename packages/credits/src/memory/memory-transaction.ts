import type { Account } from '../account.ts'
import { assert } from '../assert.ts'
import type { LockResult } from '../store.ts'
import { type AccountBook, emptyBook } from './account-book.ts'
import type { AccountLocks } from './account-locks.ts'

/** Books as one transaction sees them; nobody else does until it commits. */
export class MemoryTransaction {
  readonly #books: Map<string, AccountBook>
  readonly #locks: AccountLocks
  readonly #staged = new Map<string, AccountBook>()
  readonly #held = new Map<string, () => void>()

  constructor(books: Map<string, AccountBook>, locks: AccountLocks) {
    this.#books = books
    this.#locks = locks
  }

  async lock(accountId: string, opening?: Account): Promise<LockResult> {
    if (!this.#held.has(accountId)) this.#held.set(accountId, await this.#locks.take(accountId))
    if (this.book(accountId)) return 'locked'
    if (!opening) return 'unknown'
    this.#staged.set(accountId, emptyBook(opening))
    return 'opened'
  }

  book(accountId: string): AccountBook | undefined {
    return this.#staged.get(accountId) ?? this.#books.get(accountId)
  }

  books(): readonly AccountBook[] {
    return [...new Map([...this.#books, ...this.#staged]).values()]
  }

  write(accountId: string, book: AccountBook): void {
    assert(this.#held.has(accountId), 'An account is changed only while it is locked.')
    this.#staged.set(accountId, book)
  }

  commit(): void {
    for (const [accountId, book] of this.#staged) this.#books.set(accountId, book)
  }

  end(): void {
    this.#staged.clear()
    for (const giveBack of this.#held.values()) giveBack()
    this.#held.clear()
  }
}
