/** `offline`: nothing answered; it is tried again by itself until something does. */
export type SaveState = 'clean' | 'waiting' | 'saving' | 'saved' | 'offline' | 'failed'

export interface AutosaveOptions {
  readonly delayMs?: number
  /** Whether an error passes by itself, as a lost connection does. */
  readonly isPassing?: (error: unknown) => boolean
}

/** How long to wait before each further try while nothing answers. */
const retryMs = [1000, 2000, 5000, 10_000, 15_000] as const

/**
 * Saves edits soon after they are made: what comes within `delayMs` goes together, one save at a
 * time, and what could not be saved stays to be tried again with what came since.
 */
export class Autosave<Change extends object> {
  readonly #save: (change: Change) => Promise<unknown>
  readonly #delayMs: number
  readonly #isPassing: (error: unknown) => boolean
  readonly #listeners = new Set<() => void>()
  #pending: Change | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | undefined
  #state: SaveState = 'clean'
  #error: unknown
  #tries = 0
  #stopped = false

  constructor(save: (change: Change) => Promise<unknown>, options: AutosaveOptions = {}) {
    this.#save = save
    this.#delayMs = options.delayMs ?? 600
    this.#isPassing = options.isPassing ?? (() => false)
  }

  get state(): SaveState {
    return this.#state
  }

  /** Why the last save failed, while it stands failed. */
  get error(): unknown {
    return this.#error
  }

  get hasUnsaved(): boolean {
    return this.#pending !== undefined || this.#running !== undefined
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  change(change: Change): void {
    this.#pending = { ...this.#pending, ...change }
    // While nothing answers, what is typed waits for the next try.
    if (this.#state === 'offline') return
    this.#become('waiting')
    this.#saveIn(this.#delayMs)
  }

  /** Saves now what waits; settles when nothing is left to save, or a save failed. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    while (this.#running !== undefined) await this.#running
    if (this.#pending === undefined) return
    this.#running = this.#saveOnce(this.#pending)
    await this.#running
    if (this.#pending !== undefined && !this.#isHeldUp()) await this.flush()
  }

  /** Lets go of what waits, when something newer takes its place. */
  drop(): void {
    clearTimeout(this.#timer)
    this.#pending = undefined
    this.#become('clean')
  }

  /** No further tries by itself; {@link flush} and {@link change} go on working. */
  stop(): void {
    this.#stopped = true
    if (this.#state === 'offline') clearTimeout(this.#timer)
  }

  /** The opposite of {@link stop}. */
  resume(): void {
    this.#stopped = false
    if (this.#state === 'offline') this.#saveIn(retryMs[0])
  }

  async #saveOnce(change: Change): Promise<void> {
    this.#pending = undefined
    // Each further try in silence: what is said stays the same until something answers.
    if (this.#state !== 'offline') this.#become('saving')
    try {
      await this.#save(change)
      this.#running = undefined
      this.#tries = 0
      this.#become(this.#pending === undefined ? 'saved' : 'waiting')
    } catch (error) {
      this.#running = undefined
      this.#pending = { ...change, ...(this.#pending as Change | undefined) }
      this.#error = error
      if (this.#isPassing(error)) this.#tryLater()
      else this.#become('failed')
    }
  }

  #tryLater(): void {
    this.#become('offline')
    if (!this.#stopped) this.#saveIn(retryMs[Math.min(this.#tries, retryMs.length - 1)] ?? 15_000)
    this.#tries += 1
  }

  #saveIn(waitMs: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), waitMs)
  }

  #isHeldUp(): boolean {
    return this.#state === 'failed' || this.#state === 'offline'
  }

  #become(state: SaveState): void {
    if (state !== 'failed' && state !== 'offline') this.#error = undefined
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
