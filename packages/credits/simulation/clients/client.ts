import { type Instant, StoreError, UnwritableError } from '@rheos/credits'
import type { Random } from '../../test/random.ts'
import type { Answer, Asked, AskedType } from './asked.ts'
import type { Call, Failure, History } from './history.ts'
import { type Instance, InstanceDiedError } from './instance.ts'
import { send, UndoneError } from './send.ts'

/** Where clients find processes to ask, and the time. */
export interface Site<Tx> {
  instance(random: Random): Instance<Tx>
  now(): Instant
  /** Lets others go first. */
  turn(owner: string, what: string): Promise<void>
}

/** Somebody who asks until there is an answer, at whichever process. */
export class Client<Tx> {
  readonly name: string
  readonly random: Random
  readonly #site: Site<Tx>
  readonly #history: History
  #asked = 0

  constructor(name: string, random: Random, site: Site<Tx>, history: History) {
    this.name = name
    this.random = random
    this.#site = site
    this.#history = history
  }

  /** How many different things it asked for. */
  get asked(): number {
    return this.#asked
  }

  now(): Instant {
    return this.#site.now()
  }

  /** An id that nobody has chosen yet. */
  newId(what: string): string {
    return `${this.name}-${what}-${this.#asked}`
  }

  async pause(): Promise<void> {
    await this.#site.turn(this.name, 'waits')
  }

  /** `undefined` when it was undone or can never be done. */
  async ask<T extends AskedType>(asked: Asked<T>): Promise<Answer<T> | undefined> {
    this.#asked += 1
    for (;;) {
      const instance = this.#site.instance(this.random)
      const call = this.#history.ask(this.name, instance.name, asked)
      try {
        const answer = await instance.alive(send(instance, asked))
        this.#history.answer(call, answer)
        return answer
      } catch (error) {
        if (!this.#isWorthAnotherTry(call, error)) return undefined
      }
      await this.pause()
    }
  }

  #isWorthAnotherTry<T extends AskedType>(call: Call<T>, error: unknown): boolean {
    const failure = failureOf(error)
    if (failure) this.#history.fail(call, failure, error)
    else this.#history.shock(call, error)
    return failure === 'unknown'
  }
}

function failureOf(error: unknown): Failure | undefined {
  if (error instanceof UndoneError) return 'undone'
  if (error instanceof UnwritableError) return 'unwritable'
  return error instanceof StoreError || error instanceof InstanceDiedError ? 'unknown' : undefined
}
