export type SaveState = 'clean' | 'waiting' | 'saving' | 'saved' | 'failed'

/**
 * Saves edits soon after they are made: what comes within `delayMs` goes together, one save at a
 * time, and what could not be saved stays to be tried again with what came since.
 */
export class Autosave<Change extends object> {
  readonly #save: (change: Change) => Promise<unknown>
  readonly #delayMs: number
  readonly #listeners = new Set<() => void>()
  #pending: Change | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | undefined
  #state: SaveState = 'clean'
  #error: unknown

  constructor(save: (change: Change) => Promise<unknown>, delayMs = 600) {
    this.#save = save
    this.#delayMs = delayMs
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
    this.#become('waiting')
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), this.#delayMs)
  }

  /** Saves now what waits; settles when nothing is left to save, or a save failed. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    while (this.#running !== undefined) await this.#running
    if (this.#pending === undefined) return
    this.#running = this.#saveOnce(this.#pending)
    await this.#running
    if (this.#pending !== undefined && this.#state !== 'failed') await this.flush()
  }

  /** Lets go of what waits, when something newer takes its place. */
  drop(): void {
    clearTimeout(this.#timer)
    this.#pending = undefined
    this.#become('clean')
  }

  async #saveOnce(change: Change): Promise<void> {
    this.#pending = undefined
    this.#become('saving')
    try {
      await this.#save(change)
      this.#running = undefined
      this.#become(this.#pending === undefined ? 'saved' : 'waiting')
    } catch (error) {
      this.#running = undefined
      this.#pending = { ...change, ...(this.#pending as Change | undefined) }
      this.#error = error
      this.#become('failed')
    }
  }

  #become(state: SaveState): void {
    if (state !== 'failed') this.#error = undefined
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
