import type { Folder } from '@rheos/contract'
import { Folder as FolderIcon } from 'lucide-react'
import { classNames } from '../../ui/class-names.ts'
import { countText } from '../count-text.ts'
import { useDropTarget } from './use-drop-target.ts'

export interface FolderTilesProps {
  readonly folders: readonly Folder[]
  readonly onOpen: (folderId: string) => void
  /** Pictures were dropped on one. */
  readonly onPut?: ((ids: readonly string[], folder: Folder) => void) | undefined
}

/** The folders that lie where one is. */
export function FolderTiles({ folders, onOpen, onPut }: FolderTilesProps) {
  if (folders.length === 0) return null
  return (
    <ul
      aria-label="Folders"
      className="mb-6 grid grid-cols-[repeat(auto-fill,minmax(min(11rem,45%),1fr))] gap-3"
    >
      {folders.map((folder) => (
        <FolderTile key={folder.id} folder={folder} onOpen={onOpen} onPut={onPut} />
      ))}
    </ul>
  )
}

interface FolderTileProps extends Pick<FolderTilesProps, 'onOpen' | 'onPut'> {
  readonly folder: Folder
}

function FolderTile({ folder, onOpen, onPut }: FolderTileProps) {
  const { isOver, handlers } = useDropTarget(onPut && ((ids) => onPut(ids, folder)))
  return (
    <li>
      <button
        type="button"
        onClick={() => onOpen(folder.id)}
        {...handlers}
        className={classNames(
          'flex w-full items-center gap-3 rounded-lg border px-3 py-2.5 text-start transition-colors',
          isOver
            ? 'border-accent bg-accent-soft outline-2 outline-accent'
            : 'border-line bg-surface hover:bg-hover',
        )}
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
  )
}
