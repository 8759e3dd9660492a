import { setTimeout as pause } from 'node:timers/promises'

export interface GatheredOptions<In, Out> {
  /** Does what was asked for, for all of them at once, and answers in their order. */
  readonly together: (inputs: readonly In[]) => Promise<readonly Out[]>
  /** Of those with the same name only one is done at a time; absent: they are all different. */
  readonly nameOf?: (input: In) => string
  readonly most: number
}

interface Asked<In, Out> {
  readonly input: In
  readonly resolve: (answer: Out) => void
  readonly reject: (error: unknown) => void
}

/** What takes longer, as behind somebody's lock, keeps the others no longer. */
const slowAfterMs = 250

/**
 * Does together what is asked for while something is under way, so that many pay for one round trip.
 * Whoever is alone waits for nobody. Where all fail together, each is tried by itself.
 */
export class Gathered<In, Out> {
  readonly #options: GatheredOptions<In, Out>
  #waiting: Asked<In, Out>[] = []
  #isGoing = false

  constructor(options: GatheredOptions<In, Out>) {
    this.#options = options
  }

  ask(input: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ input, resolve, reject })
      if (!this.#isGoing) void this.#go()
    })
  }

  async #go(): Promise<void> {
    this.#isGoing = true
    // Who asks in the same turn goes along.
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      const waiting = new AbortController()
      const done = this.#together(this.#next()).finally(() => waiting.abort())
      await Promise.race([done, pause(slowAfterMs, undefined, waiting).catch(() => undefined)])
    }
    this.#isGoing = false
  }

  #next(): readonly Asked<In, Out>[] {
    const { nameOf, most } = this.#options
    const names = new Set<string>()
    const next: Asked<In, Out>[] = []
    const rest: Asked<In, Out>[] = []
    for (const asked of this.#waiting) {
      const name = nameOf?.(asked.input)
      const mayCome = next.length < most && (name === undefined || !names.has(name))
      if (name !== undefined) names.add(name)
      if (mayCome) next.push(asked)
      else rest.push(asked)
    }
    this.#waiting = rest
    return next
  }

  async #together(asked: readonly Asked<In, Out>[]): Promise<void> {
    try {
      const answers = await this.#options.together(asked.map(({ input }) => input))
      for (const [at, { resolve }] of asked.entries()) resolve(answers[at] as Out)
    } catch (error) {
      if (asked.length > 1) await Promise.all(asked.map((each) => this.#together([each])))
      else for (const { reject } of asked) reject(error)
    }
  }
}
