/** What a stand-in does with one call. */
export type Behaviour =
  | { readonly kind: 'ok' }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'refuse' }
  | { readonly kind: 'busy'; readonly retryAfterSeconds?: number }
  | { readonly kind: 'fail'; readonly status?: number }
  | { readonly kind: 'hang' }
  | { readonly kind: 'bad-json' }
  | { readonly kind: 'not-an-image' }
  | { readonly kind: 'cut' }
  /** Images only: words, and no image. */
  | { readonly kind: 'talk' }
  /** Images only: the answer has none. */
  | { readonly kind: 'no-image' }
  /** Images only: this very file. */
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  /** Text only: the answer ends because of a content filter. */
  | { readonly kind: 'filtered' }
  /** Text only: refuses `response_format`, and answers in words without it. */
  | { readonly kind: 'no-schemas' }
  /** Text only: the connection breaks after the first words. */
  | { readonly kind: 'cut-midway' }
  /** Text only: this is what the model says, and whether it ran out of room. */
  | { readonly kind: 'say'; readonly text: string; readonly finish?: 'stop' | 'length' }
  /** Text only: takes no pictures, and answers in words without one. */
  | { readonly kind: 'no-pictures' }
  /** Text only: says this word by word, so long apart. */
  | { readonly kind: 'pace'; readonly text: string; readonly ms: number }

/** The behaviours of a stand-in's calls: those queued come first, then the usual one. */
export class ScriptedReplies {
  #usual: Behaviour = { kind: 'ok' }
  #queue: Behaviour[] = []
  #nth = new Map<number, Behaviour>()
  #calls = 0

  /** What every call does that nothing else was said about. */
  always(behaviour: Behaviour): void {
    this.#usual = behaviour
  }

  /** What the next calls do, one after another. */
  next(...behaviours: readonly Behaviour[]): void {
    this.#queue.push(...behaviours)
  }

  /** What the n-th call from now does, the first being 1. */
  onCall(n: number, behaviour: Behaviour): void {
    this.#nth.set(this.#calls + n, behaviour)
  }

  take(): Behaviour {
    this.#calls += 1
    return this.#nth.get(this.#calls) ?? this.#queue.shift() ?? this.#usual
  }

  reset(): void {
    this.#usual = { kind: 'ok' }
    this.#queue = []
    this.#nth.clear()
  }
}
