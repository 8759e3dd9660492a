import type { Account } from '../account.ts'
import { assert } from '../assert.ts'
import type { LedgerEvent, WaitingEvent } from '../ledger-event.ts'
import { type AccountBook, emptyBook } from './account-book.ts'
import type { AccountLocks } from './account-locks.ts'
import type { EventQueue } from './event-queue.ts'

/** What all transactions of one store have in common. */
export interface MemoryShelf {
  readonly books: Map<string, AccountBook>
  readonly locks: AccountLocks
  readonly events: EventQueue
}

/** Books as one transaction sees them; nobody else does until it commits. */
export class MemoryTransaction {
  readonly #shelf: MemoryShelf
  readonly #staged = new Map<string, AccountBook>()
  readonly #held = new Map<string, () => void>()
  readonly #told: LedgerEvent[] = []
  #taken: readonly WaitingEvent[] = []
  #isOver = false

  constructor(shelf: MemoryShelf) {
    this.#shelf = shelf
  }

  async lock(accountId: string): Promise<void> {
    if (this.#held.has(accountId)) return
    const giveBack = await this.#shelf.locks.take(accountId)
    // It may have been undone while it waited, and nobody would give the lock back.
    if (this.#isOver) return giveBack()
    this.#held.set(accountId, giveBack)
  }

  async open(account: Account): Promise<void> {
    await this.lock(account.id)
    if (!this.book(account.id)) this.#staged.set(account.id, emptyBook(account))
  }

  book(accountId: string): AccountBook | undefined {
    return this.#staged.get(accountId) ?? this.#shelf.books.get(accountId)
  }

  books(): readonly AccountBook[] {
    return [...new Map([...this.#shelf.books, ...this.#staged]).values()]
  }

  write(accountId: string, book: AccountBook): void {
    assert(this.#held.has(accountId), 'An account is changed only while it is locked.')
    this.#staged.set(accountId, book)
  }

  tell(events: readonly LedgerEvent[]): void {
    this.#told.push(...events)
  }

  takeEvents(limit: number): readonly WaitingEvent[] {
    const taken = this.#shelf.events.take(limit)
    this.#taken = [...this.#taken, ...taken]
    return taken
  }

  commit(): void {
    for (const [accountId, book] of this.#staged) this.#shelf.books.set(accountId, book)
    this.#shelf.events.add(this.#told)
    this.#taken = []
  }

  end(): void {
    this.#isOver = true
    this.#staged.clear()
    this.#shelf.events.putBack(this.#taken)
    for (const giveBack of this.#held.values()) giveBack()
    this.#held.clear()
  }
}
