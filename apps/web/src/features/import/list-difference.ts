/** How a found list differs from the present one. */
export interface ListDifference {
  readonly kept: readonly string[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** Entries are the same whatever their case and the space around them. */
export function listDifference(
  before: readonly string[],
  after: readonly string[],
): ListDifference {
  const [had, has] = [before, after].map((list) => new Set(list.map(keyOf)))
  return {
    kept: before.filter((entry) => has?.has(keyOf(entry))),
    added: after.filter((entry) => !had?.has(keyOf(entry))),
    removed: before.filter((entry) => !has?.has(keyOf(entry))),
  }
}

function keyOf(entry: string): string {
  return entry.trim().toLowerCase()
}
