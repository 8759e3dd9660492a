import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import type { ByteRange, OpenFile, Storage, StoredFile } from './storage.ts'

/** Media in a folder. A file appears whole or not at all: it is written beside and renamed. */
export class DiskStorage implements Storage {
  readonly #root: string
  readonly #newId: () => string

  constructor(root: string, newId: () => string) {
    this.#root = resolve(root)
    this.#newId = newId
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await this.#place(key, (unfinished) => writeFile(unfinished, bytes))
  }

  async write(key: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    await this.#place(key, (unfinished) => writeFile(unfinished, pieces))
  }

  async #place(key: string, write: (unfinished: string) => Promise<void>): Promise<void> {
    const path = this.#path(key)
    const unfinished = `${path}.${this.#newId()}.part`
    // Only the studio reads them, whatever the process's umask says.
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    try {
      await write(unfinished)
      await rename(unfinished, path)
    } catch (error) {
      await rm(unfinished, { force: true })
      throw error
    }
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    return unlessMissing(() => readFile(this.#path(key)))
  }

  async open(key: string, range?: ByteRange): Promise<OpenFile | undefined> {
    const file = await unlessMissing(() => open(this.#path(key)))
    if (file === undefined) return undefined
    const bytes = range === undefined ? (await file.stat()).size : range.last - range.first + 1
    const part = range === undefined ? {} : { start: range.first, end: range.last }
    const stream = Readable.toWeb(file.createReadStream(part)) as ReadableStream<Uint8Array>
    return { bytes, stream }
  }

  async size(key: string): Promise<number | undefined> {
    return (await unlessMissing(() => stat(this.#path(key))))?.size
  }

  async delete(key: string): Promise<void> {
    await rm(this.#path(key), { force: true })
  }

  async deleteAll(folder: string): Promise<void> {
    // Retried: a file may still be written into a folder while it is emptied.
    await rm(this.#path(folder), { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }

  async folders(): Promise<readonly string[]> {
    const found = await unlessMissing(() => readdir(this.#root, { withFileTypes: true }))
    return (found ?? []).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  }

  async files(folder: string): Promise<readonly StoredFile[]> {
    const names = await unlessMissing(() => readdir(this.#path(folder), { recursive: true }))
    const files: StoredFile[] = []
    for (const name of names ?? []) {
      const key = `${folder}/${name.split(sep).join('/')}`
      const found = await unlessMissing(() => stat(this.#path(key)))
      if (found?.isFile()) files.push({ key, writtenAt: found.mtimeMs })
    }
    return files
  }

  #path(key: string): string {
    const path = join(this.#root, key)
    if (!path.startsWith(this.#root + sep))
      throw new Error('A media key points outside the folder.')
    return path
  }
}

async function unlessMissing<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
