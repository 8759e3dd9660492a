import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { Storage } from './storage.ts'

/** Media in a folder. A file appears whole or not at all: it is written beside and renamed. */
export class DiskStorage implements Storage {
  readonly #root: string
  readonly #newId: () => string

  constructor(root: string, newId: () => string) {
    this.#root = resolve(root)
    this.#newId = newId
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const path = this.#path(key)
    const unfinished = `${path}.${this.#newId()}.part`
    await mkdir(dirname(path), { recursive: true })
    try {
      await writeFile(unfinished, bytes)
      await rename(unfinished, path)
    } catch (error) {
      await rm(unfinished, { force: true })
      throw error
    }
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(this.#path(key))
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
      throw error
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.#path(key), { force: true })
  }

  async deleteAll(folder: string): Promise<void> {
    // Retried: a file may still be written into a folder while it is emptied.
    await rm(this.#path(folder), { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }

  #path(key: string): string {
    const path = join(this.#root, key)
    if (!path.startsWith(this.#root + sep))
      throw new Error('A media key points outside the folder.')
    return path
  }
}
