import type { Account } from '../account.ts'
import type { AccountState } from '../account-state.ts'
import { assert } from '../assert.ts'
import type { Changes } from '../changes.ts'
import type { LockResult, StoreSession } from '../store.ts'
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

  async lock(accountId: string, opening?: Account): Promise<LockResult> {
    await this.#pause()
    return await this.#tx.lock(accountId, opening)
  }

  async load(accountId: string): Promise<AccountState> {
    await this.#pause()
    const book = this.#tx.book(accountId)
    assert(book, `Account ${accountId} does not exist.`)
    return stateOf(book)
  }

  async append(changes: Changes): Promise<void> {
    await this.#pause()
    const book = this.#tx.book(changes.accountId)
    assert(book, `Account ${changes.accountId} does not exist.`)
    this.#tx.write(changes.accountId, bookAfter(book, changes))
  }
}
