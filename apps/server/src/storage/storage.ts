/** Where media lie: originals, never renditions. Keys are made by the caller and never reused. */
export interface Storage {
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Undefined when there is nothing under the key. */
  get(key: string): Promise<Uint8Array | undefined>
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>
  /** Deletes everything under `folder`, the part of keys before their first slash. */
  deleteAll(folder: string): Promise<void>
  /** The parts of keys before their first slash. */
  folders(): Promise<readonly string[]>
  /** What lies under `folder`, unfinished files too. */
  files(folder: string): Promise<readonly StoredFile[]>
}

export interface StoredFile {
  readonly key: string
  /** Milliseconds since the epoch. */
  readonly writtenAt: number
}
