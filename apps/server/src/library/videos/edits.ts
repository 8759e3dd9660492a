import type { ByteSource } from './byte-source.ts'

/** Bytes of a file that are written over in place: `head` first, zeros after it. Nothing moves. */
export interface Edit {
  readonly at: number
  readonly length: number
  readonly head?: Uint8Array
}

/** The file as it is with the edits. */
export function edited(source: ByteSource, edits: readonly Edit[]): ByteSource {
  const sorted = [...edits].sort((one, other) => one.at - other.at)
  // Edits may lie within one another, so a later one may begin before an earlier one ends.
  const longest = sorted.reduce((most, { length }) => Math.max(most, length), 0)
  return {
    bytes: source.bytes,
    read: async (from, to) => {
      const piece = new Uint8Array(await source.read(from, to))
      for (let next = firstFrom(sorted, from - longest); next < sorted.length; next += 1) {
        const edit = sorted[next]
        if (edit === undefined || edit.at >= from + piece.byteLength) break
        write(piece, from, edit)
      }
      return piece
    },
  }
}

function write(piece: Uint8Array, from: number, { at, length, head }: Edit): void {
  const start = Math.max(at, from)
  const end = Math.min(at + length, from + piece.byteLength)
  if (start >= end) return
  piece.fill(0, start - from, end - from)
  const written = head?.subarray(start - at, end - at)
  if (written !== undefined) piece.set(written, start - from)
}

/** Where the first of the sorted edits stands that begins at `from` or behind it. */
function firstFrom(sorted: readonly Edit[], from: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.at ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}
