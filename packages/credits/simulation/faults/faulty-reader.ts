import type { Instant, StateRequest, StoreReader } from '@rheos/credits'
import { narrowed } from './narrowed.ts'

/** Does the work when it is its turn, if it does not fail. */
export type Access = <T>(what: string, work: () => Promise<T>) => Promise<T>

type Asked<Name extends keyof StoreReader> = Parameters<StoreReader[Name]>
type Told<Name extends keyof StoreReader> = ReturnType<StoreReader[Name]>

/** Reads that tell no more than they must. */
export class FaultyReader implements StoreReader {
  readonly #inner: StoreReader
  readonly #access: Access

  constructor(inner: StoreReader, access: Access) {
    this.#inner = inner
    this.#access = access
  }

  account(...asked: Asked<'account'>): Told<'account'> {
    return this.#access('reads an account', () => this.#inner.account(...asked))
  }

  states(requests: readonly StateRequest[]): Told<'states'> {
    return this.#access('reads states', async () => {
      const wanted = new Map(requests.map((request) => [request.accountId, request]))
      const states = await this.#inner.states(requests)
      return states.map((state) => narrowed(state, wanted.get(state.account.id) as StateRequest))
    })
  }

  balanceFacts(...asked: Asked<'balanceFacts'>): Told<'balanceFacts'> {
    return this.#access('reads a balance', () => this.#inner.balanceFacts(...asked))
  }

  operation(...asked: Asked<'operation'>): Told<'operation'> {
    return this.#access('reads an operation', () => this.#inner.operation(...asked))
  }

  usage(...asked: Asked<'usage'>): Told<'usage'> {
    return this.#access('reads usage', () => this.#inner.usage(...asked))
  }

  spentByDay(...asked: Asked<'spentByDay'>): Told<'spentByDay'> {
    return this.#access('reads days', () => this.#inner.spentByDay(...asked))
  }

  entries(...asked: Asked<'entries'>): Told<'entries'> {
    return this.#access('reads entries', () => this.#inner.entries(...asked))
  }

  explanationFacts(...asked: Asked<'explanationFacts'>): Told<'explanationFacts'> {
    return this.#access('reads an explanation', () => this.#inner.explanationFacts(...asked))
  }

  lapsed(now: Instant, limit: number, except: readonly string[]): Told<'lapsed'> {
    return this.#access('reads what lapsed', () => this.#inner.lapsed(now, limit, except))
  }

  audit(): Told<'audit'> {
    return this.#access('reads an audit', () => this.#inner.audit())
  }
}
