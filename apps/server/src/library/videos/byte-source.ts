/** A file that is read part by part, wherever it lies: a video is never in memory as a whole. */
export interface ByteSource {
  readonly bytes: number
  /** From `from` up to, and without, `to`; what lies behind the end is left out. */
  read(from: number, to: number): Promise<Uint8Array>
}

export function sourceOf(file: Uint8Array): ByteSource {
  return { bytes: file.byteLength, read: async (from, to) => file.subarray(from, to) }
}

export async function readWhole(source: ByteSource): Promise<Uint8Array> {
  return source.read(0, source.bytes)
}

/** The file from its beginning to its end, in pieces of `pieceBytes`. */
export async function* piecesFrom(
  source: ByteSource,
  pieceBytes: number,
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < source.bytes; at += pieceBytes) {
    yield await source.read(at, Math.min(at + pieceBytes, source.bytes))
  }
}

/**
 * Keeps the part that was read last: a file is walked through in small steps that lie side by side,
 * and each of them would else be asked of the storage.
 */
export function windowed(source: ByteSource, windowBytes = 256 * 1024): ByteSource {
  let start = 0
  let held: Uint8Array = new Uint8Array(0)
  return {
    bytes: source.bytes,
    read: async (from, to) => {
      const end = Math.min(to, source.bytes)
      if (end - from > windowBytes) return source.read(from, end)
      if (from < start || end > start + held.byteLength) {
        held = await source.read(from, Math.min(from + windowBytes, source.bytes))
        start = from
      }
      return held.subarray(from - start, Math.max(end - start, from - start))
    },
  }
}
