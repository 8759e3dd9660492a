/** A picture as it leaves the studio. */
export interface Rendition {
  readonly bytes: Uint8Array
  readonly mediaType: string
}

/**
 * The renditions asked for most recently, up to a number of bytes. Two who ask for the same one at
 * once wait for one rendering. A failed rendering is not kept.
 */
export class RenditionCache {
  readonly #bytesMax: number
  readonly #kept = new Map<string, Rendition>()
  readonly #rendering = new Map<string, Promise<Rendition>>()
  #bytes = 0

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax
  }

  async get(key: string, render: () => Promise<Rendition>): Promise<Rendition> {
    const kept = this.#kept.get(key)
    if (kept !== undefined) {
      // A Map iterates in order of insertion: what is used moves to its end.
      this.#kept.delete(key)
      this.#kept.set(key, kept)
      return kept
    }
    const running = this.#rendering.get(key) ?? this.#render(key, render)
    return running
  }

  #render(key: string, render: () => Promise<Rendition>): Promise<Rendition> {
    const rendering = render()
      .then((rendition) => {
        this.#keep(key, rendition)
        return rendition
      })
      .finally(() => this.#rendering.delete(key))
    this.#rendering.set(key, rendering)
    return rendering
  }

  #keep(key: string, rendition: Rendition): void {
    if (rendition.bytes.byteLength > this.#bytesMax) return
    this.#kept.set(key, rendition)
    this.#bytes += rendition.bytes.byteLength
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#bytes <= this.#bytesMax) return
      this.#kept.delete(oldest)
      this.#bytes -= bytes.byteLength
    }
  }
}
