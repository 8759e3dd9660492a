export interface Kept {
  readonly number: number
  readonly at: number
}

/** How many of the newest always stay, whatever else goes. */
const newestKept = 20

/**
 * Which numbers to let go of so that `max` stay: the first and the newest stay, and of those between
 * them always the one whose neighbours are closest in time, so that old history gets coarser and
 * never ends. `revisions` are oldest first.
 */
export function thinHistory(revisions: readonly Kept[], max: number): number[] {
  const left = [...revisions]
  const gone: number[] = []
  while (left.length > max) {
    const end = Math.max(2, left.length - Math.min(newestKept, max - 1))
    let closest = 1
    for (let at = 1; at < end && at < left.length - 1; at += 1) {
      if (gapAround(left, at) < gapAround(left, closest)) closest = at
    }
    const [removed] = left.splice(closest, 1)
    if (removed === undefined) return gone
    gone.push(removed.number)
  }
  return gone
}

function gapAround(revisions: readonly Kept[], at: number): number {
  return (revisions[at + 1]?.at ?? 0) - (revisions[at - 1]?.at ?? 0)
}
