/**
 * Where media lie: originals, renditions that were made of them, and parts of uploads under way. Keys
 * are made by the caller; what lies under a key appears whole or not at all, and is never changed.
 */
export interface Storage {
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Undefined when there is nothing under the key. */
  get(key: string): Promise<Uint8Array | undefined>
  /** The same piece by piece, for what is large. Whoever opens it reads it to its end or cancels it. */
  open(key: string): Promise<OpenFile | undefined>
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>
  /** Deletes everything under `folder`: keys that go on with a slash after it. */
  deleteAll(folder: string): Promise<void>
  /** The parts of keys before their first slash. */
  folders(): Promise<readonly string[]>
  /** What lies under `folder`, unfinished files too. */
  files(folder: string): Promise<readonly StoredFile[]>
}

export interface OpenFile {
  readonly bytes: number
  readonly stream: ReadableStream<Uint8Array>
}

export interface StoredFile {
  readonly key: string
  /** Milliseconds since the epoch. */
  readonly writtenAt: number
}
