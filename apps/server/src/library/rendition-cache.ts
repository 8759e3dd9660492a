/** A picture as it leaves the studio. */
export interface Rendition {
  readonly bytes: Uint8Array
}

/** A rendition that says what it is. */
export interface Painted extends Rendition {
  readonly mediaType: string
}

/**
 * The renditions asked for most recently, up to a number of bytes. Two who ask for the same one at
 * once wait for one rendering. A failed rendering is not kept.
 */
export class RenditionCache<Kept extends Rendition = Rendition> {
  readonly #bytesMax: number
  readonly #kept = new Map<string, Kept>()
  readonly #rendering = new Map<string, Promise<Kept>>()
  #bytes = 0

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax
  }

  async get(key: string, render: () => Promise<Kept>): Promise<Kept> {
    return this.known(key) ?? this.#rendering.get(key) ?? this.#render(key, render)
  }

  /** The one that is kept, if it is. */
  known(key: string): Kept | undefined {
    const kept = this.#kept.get(key)
    if (kept !== undefined) {
      // A Map iterates in order of insertion: what is used moves to its end.
      this.#kept.delete(key)
      this.#kept.set(key, kept)
    }
    return kept
  }

  /** Keeps one that was made before, and lets go of others where there is no room. */
  keep(key: string, rendition: Kept): void {
    if (rendition.bytes.byteLength > this.#bytesMax || this.#kept.has(key)) return
    this.#kept.set(key, rendition)
    this.#bytes += rendition.bytes.byteLength
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#bytes <= this.#bytesMax) return
      this.#kept.delete(oldest)
      this.#bytes -= bytes.byteLength
    }
  }

  #render(key: string, render: () => Promise<Kept>): Promise<Kept> {
    const rendering = render()
      .then((rendition) => {
        this.keep(key, rendition)
        return rendition
      })
      .finally(() => this.#rendering.delete(key))
    this.#rendering.set(key, rendering)
    return rendering
  }
}
