import type { Folder, FolderChange, Folders, NewFolder } from '@rheos/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useWorkspace } from './account.ts'
import { keys } from './query-keys.ts'
import { request } from './request.ts'

/** All folders of the library, by name. */
export function useFolders() {
  const { id } = useWorkspace()
  return useQuery({
    queryKey: keys.folders(id),
    queryFn: async ({ signal }) =>
      (await request<Folders>(`/workspaces/${id}/folders`, { signal })).items,
  })
}

export function useCreateFolder() {
  const { id } = useWorkspace()
  return useFolderChange((folder: NewFolder) =>
    request<Folder>(`/workspaces/${id}/folders`, { method: 'POST', body: folder }),
  )
}

export function useChangeFolder() {
  const { id } = useWorkspace()
  return useFolderChange(({ folderId, change }: { folderId: string; change: FolderChange }) =>
    request<Folder>(`/workspaces/${id}/folders/${folderId}`, { method: 'PATCH', body: change }),
  )
}

export function useDeleteFolder() {
  const { id } = useWorkspace()
  return useFolderChange((folderId: string) =>
    request<void>(`/workspaces/${id}/folders/${folderId}`, { method: 'DELETE' }),
  )
}

export function useRestoreFolder() {
  const { id } = useWorkspace()
  return useFolderChange((folderId: string) =>
    request<Folder>(`/workspaces/${id}/folders/${folderId}/restore`, { method: 'POST' }),
  )
}

/** What a folder loses its pictures do too: both are read anew. */
function useFolderChange<Given, Made>(change: (given: Given) => Promise<Made>) {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.folders(id) }),
        client.invalidateQueries({ queryKey: keys.assets(id) }),
      ]),
  })
}
