import type {
  Account,
  AccountState,
  Changes,
  StateRequest,
  StoreSession,
  WaitingEvent,
} from '@rheos/credits'
import { type Access, FaultyReader } from './faulty-reader.ts'
import { narrowed } from './narrowed.ts'
import { refuseUnwritable } from './unwritable.ts'

export class FaultySession extends FaultyReader implements StoreSession {
  readonly #inner: StoreSession
  readonly #access: Access

  constructor(inner: StoreSession, access: Access) {
    super(inner, access)
    this.#inner = inner
    this.#access = access
  }

  open(account: Account): Promise<void> {
    return this.#access('opens an account', () => this.#inner.open(account))
  }

  take(request: StateRequest): Promise<AccountState | undefined> {
    return this.#access('takes an account', async () => {
      const state = await this.#inner.take(request)
      return state && narrowed(state, request)
    })
  }

  append(changes: Changes): Promise<void> {
    return this.#access('appends', async () => {
      refuseUnwritable([changes])
      await this.#inner.append(changes)
    })
  }

  takeEvents(limit: number): Promise<readonly WaitingEvent[]> {
    return this.#access('takes events', () => this.#inner.takeEvents(limit))
  }
}
