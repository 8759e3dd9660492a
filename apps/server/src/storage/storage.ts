/**
 * Where media lie: originals, renditions that were made of them, and parts of uploads under way. Keys
 * are made by the caller; what lies under a key appears whole or not at all, and is never changed.
 */
export interface Storage {
  put(key: string, bytes: Uint8Array): Promise<void>
  /** The same piece by piece, for what is large; `bytes` is how much comes in all. */
  write(key: string, pieces: AsyncIterable<Uint8Array>, bytes: number): Promise<void>
  /** Undefined when there is nothing under the key. */
  get(key: string): Promise<Uint8Array | undefined>
  /**
   * The same piece by piece, for what is large: all of it, or the bytes of a range that lies within it.
   * Whoever opens it reads it to its end or cancels it.
   */
  open(key: string, range?: ByteRange): Promise<OpenFile | undefined>
  /** How many bytes lie under the key; undefined when there is nothing. */
  size(key: string): Promise<number | undefined>
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>
  /** Deletes everything under `folder`: keys that go on with a slash after it. */
  deleteAll(folder: string): Promise<void>
  /** The parts of keys before their first slash. */
  folders(): Promise<readonly string[]>
  /** What lies under `folder`, unfinished files too. */
  files(folder: string): Promise<readonly StoredFile[]>
}

/** From the first byte to the last one, which belongs to it, as in HTTP. */
export interface ByteRange {
  readonly first: number
  readonly last: number
}

export interface OpenFile {
  /** Of what the stream gives. */
  readonly bytes: number
  readonly stream: ReadableStream<Uint8Array>
}

export interface StoredFile {
  readonly key: string
  /** Milliseconds since the epoch. */
  readonly writtenAt: number
}
