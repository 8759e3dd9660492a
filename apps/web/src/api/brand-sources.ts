import type { BrandSource, BrandSources, BrandSourceText, NewTextSource } from '@rheos/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useWorkspace } from './account.ts'
import { keys } from './query-keys.ts'
import { request } from './request.ts'

/** Newest first. */
export function useBrandSources(brandId: string) {
  const { id } = useWorkspace()
  return useQuery({
    queryKey: keys.sources(id, brandId),
    queryFn: async ({ signal }) =>
      (await request<BrandSources>(`/workspaces/${id}/brands/${brandId}/sources`, { signal }))
        .items,
  })
}

/** One source with its text; asked for when it is looked at. */
export function useSourceText(sourceId: string) {
  const { id } = useWorkspace()
  return useQuery({
    queryKey: keys.source(id, sourceId),
    queryFn: ({ signal }) =>
      request<BrandSourceText>(`/workspaces/${id}/sources/${sourceId}`, { signal }),
  })
}

export function useAddText(brandId: string) {
  const { id } = useWorkspace()
  const refresh = useRefreshSources(brandId)
  return useMutation({
    mutationFn: (body: NewTextSource) =>
      request<BrandSource>(`/workspaces/${id}/brands/${brandId}/sources`, { method: 'POST', body }),
    onSuccess: refresh,
  })
}

export function useAddDocument(brandId: string) {
  const { id } = useWorkspace()
  const refresh = useRefreshSources(brandId)
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData()
      form.set('file', file)
      return request<BrandSource>(`/workspaces/${id}/brands/${brandId}/documents`, {
        method: 'POST',
        body: form,
      })
    },
    onSuccess: refresh,
  })
}

export function useRenameSource(brandId: string) {
  const { id } = useWorkspace()
  const refresh = useRefreshSources(brandId)
  return useMutation({
    mutationFn: ({ sourceId, title }: { sourceId: string; title: string }) =>
      request<BrandSource>(`/workspaces/${id}/sources/${sourceId}`, {
        method: 'PATCH',
        body: { title },
      }),
    onSuccess: refresh,
  })
}

export function useRemoveSource(brandId: string) {
  const { id } = useWorkspace()
  const refresh = useRefreshSources(brandId)
  return useMutation({
    mutationFn: (sourceId: string) =>
      request<void>(`/workspaces/${id}/sources/${sourceId}`, { method: 'DELETE' }),
    onSuccess: refresh,
  })
}

export function useRestoreSource(brandId: string) {
  const { id } = useWorkspace()
  const refresh = useRefreshSources(brandId)
  return useMutation({
    mutationFn: (sourceId: string) =>
      request<BrandSource>(`/workspaces/${id}/sources/${sourceId}/restore`, { method: 'POST' }),
    onSuccess: refresh,
  })
}

function useRefreshSources(brandId: string): () => Promise<void> {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keys.sources(id, brandId) })
}
