import { type FileHandle, open } from 'node:fs/promises'

/** A file of lines. A line is kept once `append` resolves; those that wait share one `fdatasync`. */
export class Journal {
  readonly #file: FileHandle
  #next = new Batch()
  #isBusy = false

  private constructor(file: FileHandle) {
    this.#file = file
  }

  static async create(path: string): Promise<Journal> {
    return new Journal(await open(path, 'w'))
  }

  async append(line: string): Promise<void> {
    const batch = this.#next
    batch.lines.push(line)
    this.#flushSoon()
    await batch.kept
  }

  async close(): Promise<void> {
    await this.#file.close()
  }

  /** Not at once: whoever was just answered comes back within this turn of the event loop. */
  #flushSoon(): void {
    if (this.#isBusy) return
    this.#isBusy = true
    setImmediate(() => void this.#flush())
  }

  async #flush(): Promise<void> {
    const batch = this.#next
    this.#next = new Batch()
    try {
      await this.#file.write(batch.lines.join(''))
      await this.#file.datasync()
      batch.resolve()
    } catch (error) {
      batch.reject(error)
    }
    this.#isBusy = false
    if (this.#next.lines.length > 0) this.#flushSoon()
  }
}

class Batch {
  readonly lines: string[] = []
  readonly kept: Promise<void>
  resolve: () => void = () => undefined
  reject: (reason: unknown) => void = () => undefined

  constructor() {
    this.kept = new Promise((resolve, reject) => {
      this.resolve = resolve
      this.reject = reject
    })
  }
}
