import type { Folder } from '@rheos/contract'
import { type FormEvent, useState } from 'react'
import { problemFrom } from '../../api/api-error.ts'
import { useChangeFolder, useCreateFolder } from '../../api/folders.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'

export interface FolderNameDialogProps {
  /** The folder to rename; absent: a new one is made in `parentId`. */
  readonly folder?: Folder
  readonly parentId: string | null
  readonly onClose: () => void
  readonly onNamed?: (folder: Folder) => void
}

/** Names a folder: a new one, or one that has another name. */
export function FolderNameDialog({ folder, parentId, onClose, onNamed }: FolderNameDialogProps) {
  const [name, setName] = useState(folder?.name ?? '')
  const create = useCreateFolder()
  const change = useChangeFolder()
  const error = create.error ?? change.error

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    event.stopPropagation()
    const given = name.trim()
    if (given === '') return
    const named =
      folder === undefined
        ? await create.mutateAsync({ name: given, parentId })
        : await change.mutateAsync({ folderId: folder.id, change: { name: given } })
    onClose()
    onNamed?.(named)
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={folder === undefined ? 'New folder' : 'Rename folder'}
    >
      <form onSubmit={(event) => void submit(event).catch(() => undefined)}>
        <Field label="Name" error={error === null ? undefined : problemFrom(error).detail}>
          <Input
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
            autoComplete="off"
          />
        </Field>
        <div className="mt-5 flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            variant="primary"
            disabled={name.trim() === ''}
            loading={create.isPending || change.isPending}
          >
            {folder === undefined ? 'Create folder' : 'Save'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
