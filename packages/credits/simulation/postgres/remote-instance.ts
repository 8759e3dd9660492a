import type { Instant } from '@rheos/credits'
import type { Asked, AskedType } from '../clients/asked.ts'
import type { Instance, Reply } from '../clients/instance.ts'
import { KillableChild } from './killable-child.ts'
import type { Opening, Saying, Step, Telling } from './messages.ts'

interface Unanswered {
  readonly what: string
  readonly resolve: (reply: Reply) => void
}

/** A process of the product on PostgreSQL, as its clients see it. */
export class RemoteInstance implements Instance {
  readonly name: string
  /** Resolves when it can be asked. */
  readonly opened: Promise<void>
  /** How often something went wrong in it, as far as it came to tell. */
  faults = 0
  readonly #child: KillableChild<Saying, Telling>
  readonly #onStep: (step: Step) => void
  readonly #unanswered = new Map<number, Unanswered>()
  #open: () => void = () => {}
  #end: Reply | undefined
  #asked = 0

  constructor(program: string, opening: Opening, onStep: (step: Step) => void) {
    this.name = opening.name
    this.#onStep = onStep
    this.#child = new KillableChild(program, {
      execArgv: [],
      // What is answered arrives as it was: a missing value, a number without end.
      serialization: 'advanced',
    })
    this.opened = new Promise((resolve) => {
      this.#open = resolve
    })
    this.#child.onTold((telling) => this.#hear(telling))
    void this.#child.gone.then(() => this.#ended())
    this.#child.say({ type: 'open', opening })
  }

  async ask<T extends AskedType>(asked: Asked<T>): Promise<Reply<T>> {
    if (this.#end) return this.#end as Reply<T>
    this.#asked += 1
    const id = this.#asked
    const reply = new Promise<Reply>((resolve) => {
      this.#unanswered.set(id, { what: `${asked.type} at ${this.name}`, resolve })
    })
    this.#child.say({ type: 'ask', id, asked: asked as Asked })
    return (await reply) as Reply<T>
  }

  /** What it has not answered yet. */
  get waiting(): readonly string[] {
    return [...this.#unanswered.values()].map(({ what }) => what)
  }

  turnClock(now: Instant): void {
    this.#child.say({ type: 'turn clock', now })
  }

  endFaults(): void {
    this.#child.say({ type: 'end faults' })
  }

  async kill(): Promise<void> {
    await this.#child.kill()
  }

  /** When it has left the database. */
  async close(): Promise<void> {
    this.#child.say({ type: 'close' })
    await this.#child.gone
  }

  #hear(telling: Telling): void {
    if (telling.type === 'opened') this.#open()
    if (telling.type === 'step') this.#onStep(telling)
    if (telling.type === 'reply') {
      this.#unanswered.get(telling.id)?.resolve(telling.reply)
      this.#unanswered.delete(telling.id)
    }
    if (telling.type === 'closed') {
      this.faults = telling.faults
      void this.#child.kill()
    }
  }

  #ended(): void {
    this.#end = this.#child.isKilled
      ? { kind: 'failed', failure: 'unknown', error: `${this.name} was killed.` }
      : { kind: 'shocked', error: `${this.name} ended by itself.` }
    for (const { resolve } of this.#unanswered.values()) resolve(this.#end)
    this.#unanswered.clear()
    this.#open()
  }
}
