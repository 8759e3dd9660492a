import type { Instant } from '@rheos/credits'
import type { Random } from '../../test/random.ts'
import type { Answer, Asked, AskedType } from './asked.ts'
import type { History } from './history.ts'
import type { Instance } from './instance.ts'

/** Where clients find processes to ask, and the time. */
export interface Site {
  instance(random: Random): Instance
  now(): Instant
  /** Lets others go first. */
  turn(owner: string, what: string): Promise<void>
}

/** Somebody who asks until there is an answer, at whichever process. */
export class Client {
  readonly name: string
  readonly random: Random
  readonly #site: Site
  readonly #history: History
  #asked = 0

  constructor(name: string, random: Random, site: Site, history: History) {
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
      const reply = await instance.ask(asked)
      this.#history.hear(call, reply)
      if (reply.kind === 'answered') return reply.answer
      if (reply.kind === 'shocked' || reply.failure !== 'unknown') return undefined
      await this.pause()
    }
  }
}
