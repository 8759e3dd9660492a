import type { Folder } from '@rheos/contract'
import { Folder as FolderIcon, FolderPlus, Images } from 'lucide-react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FolderNameDialog } from './folder-name-dialog.tsx'
import { inTreeOrder } from './folder-tree.ts'

export interface FolderChoiceProps {
  readonly title: string
  readonly folders: readonly Folder[]
  /** A folder that is moved itself: it cannot lie in what is in it. */
  readonly without?: string
  readonly onClose: () => void
  readonly onChoose: (folderId: string | null, name: string) => void
}

/** Chooses where pictures or a folder are to lie. */
export function FolderChoice(props: FolderChoiceProps) {
  const { title, folders, without, onClose, onChoose } = props
  const [naming, setNaming] = useState(false)
  return (
    <Dialog open onOpenChange={onClose} title={title}>
      <ul className="-mx-2 space-y-0.5">
        <Choice
          depth={0}
          icon={<Images size={16} aria-hidden="true" className="shrink-0 text-muted" />}
          label="No folder"
          onChoose={() => onChoose(null, 'no folder')}
        />
        {inTreeOrder(folders, without).map(({ folder, depth }) => (
          <Choice
            key={folder.id}
            depth={depth}
            icon={<FolderIcon size={16} aria-hidden="true" className="shrink-0 text-muted" />}
            label={folder.name}
            onChoose={() => onChoose(folder.id, `“${folder.name}”`)}
          />
        ))}
      </ul>
      <Button
        variant="ghost"
        className="mt-3 -ms-2"
        icon={<FolderPlus size={16} aria-hidden="true" />}
        onClick={() => setNaming(true)}
      >
        New folder
      </Button>
      {naming && (
        <FolderNameDialog
          parentId={null}
          onClose={() => setNaming(false)}
          onNamed={(folder) => onChoose(folder.id, `“${folder.name}”`)}
        />
      )}
    </Dialog>
  )
}

interface ChoiceProps {
  readonly depth: number
  readonly icon: ReactNode
  readonly label: string
  readonly onChoose: () => void
}

function Choice({ depth, icon, label, onChoose }: ChoiceProps) {
  return (
    <li>
      <button
        type="button"
        onClick={onChoose}
        className="flex min-h-10 w-full items-center gap-2.5 rounded-md px-2 text-start text-sm hover:bg-hover"
        style={{ paddingInlineStart: `${0.5 + depth * 1.25}rem` }}
      >
        {icon}
        <span dir="auto" className="min-w-0 truncate">
          {label}
        </span>
      </button>
    </li>
  )
}
