import { type Box, boxIn } from './boxes.ts'

/** More would be no track of this world; each entry costs memory. */
const entriesMax = 2_000_000

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
    const count = perChunk(chunk + 1)
    let length = 0
    for (let left = count; left > 0; left -= 1) {
      const size = sizes(sample)
      if (size === undefined) break
      length += size
      sample += 1
    }
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
  return Math.min(view.getUint32(at), room, entriesMax)
}

function chunkOffsets(moov: Uint8Array, table: Box): readonly number[] {
  const short = contentOf(moov, table, 'stco')
  if (short !== undefined)
    return Array.from({ length: entriesIn(short, 4, 4) }, (_, at) => short.getUint32(8 + at * 4))
  const long = contentOf(moov, table, 'co64')
  if (long === undefined) return []
  return Array.from({ length: entriesIn(long, 4, 8) }, (_, at) =>
    Number(long.getBigUint64(8 + at * 8)),
  )
}

function sampleSizes(moov: Uint8Array, table: Box): (sample: number) => number | undefined {
  const view = contentOf(moov, table, 'stsz')
  if (view === undefined || view.byteLength < 12) return () => undefined
  const same = view.getUint32(4)
  const count = same === 0 ? entriesIn(view, 8, 4) : Math.min(view.getUint32(8), entriesMax)
  return (sample) => {
    if (sample >= count) return undefined
    return same === 0 ? view.getUint32(12 + sample * 4) : same
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
