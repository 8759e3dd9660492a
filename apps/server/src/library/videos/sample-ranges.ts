import { type Box, boxIn } from './boxes.ts'
import { damagedVideo } from './video-refused.ts'

/** A chunk each second for half a day is less; more is made to cost memory. */
const chunksMax = 50_000

/**
 * Where in the file the samples of a track lie, chunk by chunk. `table` is the track's `stbl`, and lies
 * in `moov`.
 */
export function sampleRanges(
  moov: Uint8Array,
  table: Box,
): readonly { readonly at: number; readonly length: number }[] {
  const offsets = chunkOffsets(moov, table)
  const sizes = sampleSizes(moov, table)
  const perChunk = samplesPerChunk(moov, table)
  let sample = 0
  return offsets.map((at, chunk) => {
    const count = Math.min(perChunk(chunk + 1), sizes.count - sample)
    const length = sizes.sum(sample, count)
    sample += count
    return { at, length }
  })
}

function contentOf(moov: Uint8Array, table: Box, type: string): DataView | undefined {
  const box = boxIn(moov, table, [type])
  return box && new DataView(moov.buffer, moov.byteOffset + box.inside, box.end - box.inside)
}

/** How many entries of `bytesEach` follow at `at`, and fit. */
function entriesIn(view: DataView, at: number, bytesEach: number): number {
  if (view.byteLength < at + 4) return 0
  const room = Math.floor((view.byteLength - at - 4) / bytesEach)
  return Math.min(view.getUint32(at), room)
}

function chunkOffsets(moov: Uint8Array, table: Box): readonly number[] {
  const short = contentOf(moov, table, 'stco')
  const view = short ?? contentOf(moov, table, 'co64')
  if (view === undefined) return []
  const count = entriesIn(view, 4, short === undefined ? 8 : 4)
  if (count > chunksMax) throw damagedVideo()
  return Array.from({ length: count }, (_, at) =>
    short === undefined ? Number(view.getBigUint64(8 + at * 8)) : view.getUint32(8 + at * 4),
  )
}

interface SampleSizes {
  readonly count: number
  /** Of `count` samples together, from one on. */
  sum(from: number, count: number): number
}

function sampleSizes(moov: Uint8Array, table: Box): SampleSizes {
  const view = contentOf(moov, table, 'stsz')
  if (view === undefined || view.byteLength < 12) return { count: 0, sum: () => 0 }
  const same = view.getUint32(4)
  if (same > 0) return { count: view.getUint32(8), sum: (_, count) => count * same }
  return {
    count: entriesIn(view, 8, 4),
    sum: (from, count) => {
      let sum = 0
      for (let at = from; at < from + count; at += 1) sum += view.getUint32(12 + at * 4)
      return sum
    },
  }
}

function samplesPerChunk(moov: Uint8Array, table: Box): (chunk: number) => number {
  const view = contentOf(moov, table, 'stsc')
  if (view === undefined) return () => 0
  const runs = Array.from({ length: entriesIn(view, 4, 12) }, (_, at) => ({
    first: view.getUint32(8 + at * 12),
    samples: view.getUint32(12 + at * 12),
  }))
  let run = 0
  // Asked for in their order, so the runs are gone through once.
  return (chunk) => {
    while ((runs[run + 1]?.first ?? Number.POSITIVE_INFINITY) <= chunk) run += 1
    return runs[run]?.samples ?? 0
  }
}
