import type { Folder } from '@rheos/contract'
import { ChevronRight, FolderInput, MoreHorizontal, Pencil, Trash2 } from 'lucide-react'
import { Fragment, useState } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { FolderChoice } from './folder-choice.tsx'
import { FolderNameDialog } from './folder-name-dialog.tsx'
import { pathTo } from './folder-tree.ts'
import { useDropTarget } from './use-drop-target.ts'
import { useFolderMoves } from './use-folder-moves.ts'

export interface FolderCrumbsProps {
  readonly folders: readonly Folder[]
  readonly folderId: string
  readonly onOpen: (folderId: string | undefined) => void
  /** Pictures were dropped on one; `null` is the library itself. */
  readonly onPut?: (ids: readonly string[], folder: Folder | null) => void
}

/** The way down to a folder, and what can be done with it. */
export function FolderCrumbs({ folders, folderId, onOpen, onPut }: FolderCrumbsProps) {
  const path = pathTo(folders, folderId)
  const folder = path.at(-1)
  const [asked, setAsked] = useState<'rename' | 'move'>()
  const { move, remove } = useFolderMoves()
  return (
    <nav aria-label="Folder" className="mb-4 flex flex-wrap items-center gap-1 text-sm">
      <Crumb
        label="All pictures"
        onOpen={() => onOpen(undefined)}
        onPut={onPut && ((ids) => onPut(ids, null))}
      />
      {path.map((step) => (
        <Fragment key={step.id}>
          <ChevronRight size={14} aria-hidden="true" className="text-muted rtl:rotate-180" />
          {step === folder ? (
            <span dir="auto" aria-current="page" className="px-1.5 font-medium">
              {step.name}
            </span>
          ) : (
            <Crumb
              label={step.name}
              onOpen={() => onOpen(step.id)}
              onPut={onPut && ((ids) => onPut(ids, step))}
            />
          )}
        </Fragment>
      ))}
      {folder !== undefined && (
        <Menu
          align="start"
          trigger={
            <IconButton
              size="sm"
              label={`More for ${folder.name}`}
              icon={<MoreHorizontal size={16} />}
            />
          }
        >
          <MenuItem icon={<Pencil size={16} />} onSelect={() => setAsked('rename')}>
            Rename
          </MenuItem>
          <MenuItem icon={<FolderInput size={16} />} onSelect={() => setAsked('move')}>
            Move
          </MenuItem>
          <MenuItem
            icon={<Trash2 size={16} />}
            onSelect={() => {
              onOpen(folder.parentId ?? undefined)
              remove(folder)
            }}
          >
            Delete folder
          </MenuItem>
        </Menu>
      )}
      {folder !== undefined && asked === 'rename' && (
        <FolderNameDialog
          folder={folder}
          parentId={folder.parentId}
          onClose={() => setAsked(undefined)}
        />
      )}
      {folder !== undefined && asked === 'move' && (
        <FolderChoice
          title={`Move “${folder.name}”`}
          folders={folders}
          without={folder.id}
          onClose={() => setAsked(undefined)}
          onChoose={(parentId) => {
            setAsked(undefined)
            move(folder, parentId)
          }}
        />
      )}
    </nav>
  )
}

interface CrumbProps {
  readonly label: string
  readonly onOpen: () => void
  readonly onPut: ((ids: readonly string[]) => void) | undefined
}

function Crumb({ label, onOpen, onPut }: CrumbProps) {
  const { isOver, handlers } = useDropTarget(onPut)
  return (
    <button
      type="button"
      dir="auto"
      onClick={onOpen}
      {...handlers}
      className={classNames(
        'min-h-8 rounded-md px-1.5',
        isOver
          ? 'bg-accent-soft text-accent-ink outline-2 outline-accent'
          : 'text-muted hover:bg-hover hover:text-ink',
      )}
    >
      {label}
    </button>
  )
}
