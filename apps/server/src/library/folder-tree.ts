interface Placed {
  readonly id: string
  readonly parentId: string | null
}

/** How deep a folder lies: 1 at the top, 0 for no folder. */
export function depthOf(all: readonly Placed[], folderId: string | null): number {
  return pathTo(all, folderId).length
}

/** How many folders deep it goes from this one on, itself included. */
export function heightOf(all: readonly Placed[], folderId: string): number {
  const own = depthOf(all, folderId)
  const within = all.filter(({ id }) => isWithin(all, id, folderId))
  return Math.max(...within.map(({ id }) => depthOf(all, id) - own + 1))
}

/** True of a folder itself and of what lies in it, however deep. */
export function isWithin(all: readonly Placed[], folderId: string, outer: string): boolean {
  return pathTo(all, folderId).includes(outer)
}

/** From the folder up to the top. A circle, which nobody can make, would end where it closes. */
function pathTo(all: readonly Placed[], folderId: string | null): string[] {
  const parents = new Map(all.map(({ id, parentId }) => [id, parentId]))
  const path: string[] = []
  for (let at = folderId; at !== null && !path.includes(at); at = parents.get(at) ?? null) {
    path.push(at)
  }
  return path
}
