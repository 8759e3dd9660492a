import { damagedVideo } from './video-refused.ts'

/** A box of an MP4 or QuickTime file, by where it lies in its bytes. */
export interface Box {
  readonly type: string
  readonly start: number
  /** Where what is in it begins. */
  readonly inside: number
  readonly end: number
}

/**
 * The box whose header begins at `start`; `header` has its first 16 bytes, as far as there are so many.
 * Throws when it does not lie within `end`.
 */
export function boxAt(header: Uint8Array, start: number, end: number): Box {
  if (header.byteLength < 8) throw damagedVideo()
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  const type = String.fromCharCode(...header.subarray(4, 8))
  const short = view.getUint32(0)
  const isLong = short === 1
  if (isLong && header.byteLength < 16) throw damagedVideo()
  const long = isLong ? Number(view.getBigUint64(8)) : short
  const size = short === 0 ? end - start : long
  const inside = start + (isLong ? 16 : 8)
  if (size < inside - start || start + size > end) throw damagedVideo()
  return { type, start, inside, end: start + size }
}

/** The boxes side by side in `bytes`, from `from` to `to`. */
export function boxesIn(bytes: Uint8Array, from: number, to: number): readonly Box[] {
  const boxes: Box[] = []
  for (let at = from; at + 8 <= to; ) {
    const box = boxAt(bytes.subarray(at, Math.min(at + 16, to)), at, to)
    boxes.push(box)
    at = box.end
  }
  return boxes
}

/** What lies at the end of `path`, each box the first of its type. */
export function boxIn(bytes: Uint8Array, outer: Box, path: readonly string[]): Box | undefined {
  let found: Box | undefined = outer
  for (const type of path) {
    if (found === undefined) return undefined
    found = boxesIn(bytes, found.inside, found.end).find((box) => box.type === type)
  }
  return found
}
