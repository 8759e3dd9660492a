import type { AccountState, Store, StoreReader, StoreSession } from '../src/index.ts'
import type { StateRequest, TransactionOptions } from '../src/store.ts'

type Call = 'states' | 'transaction' | 'appendUnlocked'

/**
 * A store that writes down what is asked of it, fails when it is told to, and loads no more of an
 * account than it must, as a database does.
 */
export class ScriptedStore<Tx> implements Store<Tx> {
  readonly calls: Call[] = []
  readonly reader: StoreReader
  readonly #store: Store<Tx>
  readonly #watches: { readonly call: Call; readonly resolve: () => void }[] = []
  readonly #failures: { readonly call: Call; readonly error: Error }[] = []

  constructor(store: Store<Tx>) {
    this.#store = store
    this.reader = withMethods(store.reader, {
      states: async (requests) => {
        this.#note('states')
        const states = await store.reader.states(requests)
        return states.map((state) => loadedOf(state, requests))
      },
    })
  }

  /** The next call of this kind, and only that, fails. */
  failNext(call: Call, error: Error): void {
    this.#failures.push({ call, error })
  }

  /** Resolves when the next call of this kind is made. */
  async called(call: Call): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#watches.push({ call, resolve })
    })
  }

  /** What was asked since the last look. */
  takeCalls(): readonly Call[] {
    return this.calls.splice(0)
  }

  async transaction<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T> {
    this.#note('transaction')
    return await this.#store.transaction(work, options)
  }

  session(tx: Tx): StoreSession {
    const session = this.#store.session(tx)
    return withMethods(session, {
      take: async (request) => {
        const state = await session.take(request)
        return state && loadedOf(state, [request])
      },
    })
  }

  async appendUnlocked(changes: Parameters<Store<Tx>['appendUnlocked']>[0]) {
    this.#note('appendUnlocked')
    return await this.#store.appendUnlocked(changes)
  }

  #note(call: Call): void {
    this.calls.push(call)
    for (const watch of this.#watches) if (watch.call === call) watch.resolve()
    const index = this.#failures.findIndex((failure) => failure.call === call)
    const [failure] = index < 0 ? [] : this.#failures.splice(index, 1)
    if (failure) throw failure.error
  }
}

function withMethods<T extends object>(target: T, methods: Partial<T>): T {
  return new Proxy(target, {
    get: (_, key) => {
      const value: unknown = Reflect.get(key in methods ? methods : target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** The part that a store has to load: see `AccountState`. */
function loadedOf(state: AccountState, requests: readonly StateRequest[]): AccountState {
  const request = requests.find(({ accountId }) => accountId === state.account.id)
  if (!request) return state
  const { operationIds, grantIds, reversalIds, adjustmentIds } = request.wanted
  const operations = only(state.operations, operationIds)
  const drawn = [...operations.values()].flatMap(({ lines }) => lines.map((line) => line.grantId))
  const named = new Set([...grantIds, ...drawn])
  const recent = Math.max(request.now, state.lastAt) - 62 * 86_400_000
  const grants = [...state.grants].filter(
    ([id, { available, held, endsAt }]) => available + held > 0 || endsAt > recent || named.has(id),
  )
  return {
    ...state,
    operations,
    grants: new Map(grants),
    reversals: only(state.reversals, reversalIds),
    adjustments: only(state.adjustments, adjustmentIds),
  }
}

function only<T>(records: ReadonlyMap<string, T>, ids: readonly string[]): ReadonlyMap<string, T> {
  return new Map([...records].filter(([id]) => ids.includes(id)))
}
