/** Pictures decoded at once: a large one takes some 120 MB while it is. */
export const decodingAtOnce = 4

/** Lets so many work at once and the others wait in line: pictures take memory while they are decoded. */
export class Turns {
  readonly #waiting: (() => void)[] = []
  #free: number

  constructor(atOnceMax: number) {
    this.#free = atOnceMax
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#free -= 1
    try {
      return await work()
    } finally {
      // A turn is handed to the next in line, or given back.
      const next = this.#waiting.shift()
      if (next === undefined) this.#free += 1
      else next()
    }
  }
}
