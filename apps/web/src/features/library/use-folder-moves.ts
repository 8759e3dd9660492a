import type { Folder } from '@rheos/contract'
import { problemFrom } from '../../api/api-error.ts'
import { useChangeFolder, useDeleteFolder, useRestoreFolder } from '../../api/folders.ts'
import { toast } from '../../ui/toast.ts'

/** What is done with a folder at once, and can be taken back. */
export function useFolderMoves() {
  const change = useChangeFolder()
  const remove = useDeleteFolder()
  const restore = useRestoreFolder()
  const explain = (error: unknown): void => {
    toast({ title: problemFrom(error).detail, tone: 'danger' })
  }
  const put = (folder: Folder, parentId: string | null) =>
    change.mutateAsync({ folderId: folder.id, change: { parentId } })

  return {
    move: (folder: Folder, parentId: string | null) =>
      void put(folder, parentId)
        .then(() =>
          toast({
            title: `“${folder.name}” moved`,
            action: {
              label: 'Undo',
              onPress: () => void put(folder, folder.parentId).catch(explain),
            },
          }),
        )
        .catch(explain),
    remove: (folder: Folder) =>
      void remove
        .mutateAsync(folder.id)
        .then(() =>
          toast({
            title: `“${folder.name}” deleted`,
            description: 'What was in it has moved up.',
            action: {
              label: 'Undo',
              onPress: () => void restore.mutateAsync(folder.id).catch(explain),
            },
          }),
        )
        .catch(explain),
  }
}
