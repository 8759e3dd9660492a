import type { Folder } from '@rheos/contract'
import { Folder as FolderIcon } from 'lucide-react'
import { countText } from '../count-text.ts'

export interface FolderTilesProps {
  readonly folders: readonly Folder[]
  readonly onOpen: (folderId: string) => void
}

/** The folders that lie where one is. */
export function FolderTiles({ folders, onOpen }: FolderTilesProps) {
  if (folders.length === 0) return null
  return (
    <ul
      aria-label="Folders"
      className="mb-6 grid grid-cols-[repeat(auto-fill,minmax(min(11rem,45%),1fr))] gap-3"
    >
      {folders.map((folder) => (
        <li key={folder.id}>
          <button
            type="button"
            onClick={() => onOpen(folder.id)}
            className="flex w-full items-center gap-3 rounded-lg border border-line bg-surface px-3 py-2.5 text-start transition-colors hover:bg-hover"
          >
            <FolderIcon
              size={20}
              strokeWidth={1.5}
              aria-hidden="true"
              className="shrink-0 text-muted"
            />
            <span className="min-w-0">
              <span dir="auto" className="block truncate text-sm font-medium">
                {folder.name}
              </span>
              <span className="block text-xs text-muted tabular-nums">
                {folder.assets === 0 ? 'Empty' : countText(folder.assets, 'picture')}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
