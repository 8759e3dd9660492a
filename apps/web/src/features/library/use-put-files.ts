import type { Asset, Folder } from '@rheos/contract'
import { problemFrom } from '../../api/api-error.ts'
import { useCreateFolder, useFolders } from '../../api/folders.ts'
import type { UploadPlace } from '../../api/upload-queue.ts'
import { toast } from '../../ui/toast.ts'
import type { DroppedFile } from './dropped-files.ts'
import { useUploads } from './use-uploads.ts'

/** Puts files where they belong: those of dropped folders into folders of the same names. */
export function usePutFiles() {
  const uploads = useUploads()
  const create = useCreateFolder()
  const folders = useFolders().data

  async function place(files: readonly DroppedFile[], at: string | null) {
    const known: Folder[] = [...(folders ?? [])]
    const byFolder = new Map<string | null, File[]>()
    for (const { file, folders: path } of files) {
      let parentId = at
      for (const name of path) {
        const found = known.find((folder) => folder.parentId === parentId && folder.name === name)
        const folder = found ?? (await create.mutateAsync({ name, parentId }))
        if (found === undefined) known.push(folder)
        parentId = folder.id
      }
      byFolder.set(parentId, [...(byFolder.get(parentId) ?? []), file])
    }
    return byFolder
  }

  return async (
    files: readonly DroppedFile[],
    { folderId = null, brandIds = [] }: UploadPlace,
  ): Promise<readonly Asset[]> => {
    try {
      const placed = await place(files, folderId)
      const stored = await Promise.all(
        [...placed].map(([id, some]) => uploads.add(some, { folderId: id, brandIds })),
      )
      return stored.flat()
    } catch (error) {
      toast({ title: problemFrom(error).detail, tone: 'danger' })
      return []
    }
  }
}
