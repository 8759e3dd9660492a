import type { Folder } from '@rheos/contract'

/** From the outermost folder down to this one. */
export function pathTo(folders: readonly Folder[], folderId: string | undefined): Folder[] {
  const path: Folder[] = []
  let at = folders.find(({ id }) => id === folderId)
  while (at !== undefined && !path.includes(at)) {
    path.unshift(at)
    const { parentId } = at
    at = folders.find(({ id }) => id === parentId)
  }
  return path
}

export interface PlacedFolder {
  readonly folder: Folder
  /** 0 at the top. */
  readonly depth: number
}

/** All folders as a tree is read: each followed by what lies in it; without one and all that is in it. */
export function inTreeOrder(
  folders: readonly Folder[],
  without?: string,
  parentId: string | null = null,
  depth = 0,
): PlacedFolder[] {
  return folders
    .filter((folder) => folder.parentId === parentId && folder.id !== without)
    .flatMap((folder) => [
      { folder, depth },
      ...inTreeOrder(folders, without, folder.id, depth + 1),
    ])
}
