import type { Account } from '../account.ts'
import type { AccountState } from '../account-state.ts'
import { assert } from '../assert.ts'
import type { Changes } from '../changes.ts'
import type { WaitingEvent } from '../ledger-event.ts'
import type { StateRequest, StoreSession } from '../store.ts'
import { bookAfter, stateOf } from './account-book.ts'
import { MemoryReader } from './memory-reader.ts'
import type { MemoryTransaction } from './memory-transaction.ts'

export class MemorySession extends MemoryReader implements StoreSession {
  readonly #tx: MemoryTransaction
  readonly #pause: () => Promise<void>

  constructor(tx: MemoryTransaction, pause: () => Promise<void>) {
    super(tx, pause)
    this.#tx = tx
    this.#pause = pause
  }

  async open(account: Account): Promise<void> {
    await this.#pause()
    await this.#tx.open(account)
  }

  async take({ accountId }: StateRequest): Promise<AccountState | undefined> {
    await this.#pause()
    await this.#tx.lock(accountId)
    const book = this.#tx.book(accountId)
    return book && stateOf(book)
  }

  async append(changes: Changes): Promise<void> {
    await this.#pause()
    const book = this.#tx.book(changes.accountId)
    assert(book, `Account ${changes.accountId} does not exist.`)
    this.#tx.write(changes.accountId, bookAfter(book, changes))
    this.#tx.tell(changes.events)
  }

  async takeEvents(limit: number): Promise<readonly WaitingEvent[]> {
    await this.#pause()
    return this.#tx.takeEvents(limit)
  }
}
