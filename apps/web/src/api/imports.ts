import type {
  Accepted,
  Decided,
  Decisions,
  NewImport,
  WebsiteImport,
  WebsiteImports,
} from '@rheos/contract'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useWorkspace } from './account.ts'
import { rememberBrand } from './brands.ts'
import { isOpen } from './generations.ts'
import { keys } from './query-keys.ts'
import { request } from './request.ts'

export function importsQuery(workspaceId: string, brandId: string) {
  return queryOptions({
    queryKey: keys.imports(workspaceId, brandId),
    queryFn: async ({ signal }) =>
      (
        await request<WebsiteImports>(`/workspaces/${workspaceId}/brands/${brandId}/imports`, {
          signal,
        })
      ).items,
  })
}

/** Newest first. */
export function useImports(brandId: string | undefined) {
  const { id } = useWorkspace()
  return useQuery({ ...importsQuery(id, brandId ?? ''), enabled: brandId !== undefined })
}

/** One import; followed by events, and asked for every few seconds in case those do not come. */
export function useImport(importId: string) {
  const { id } = useWorkspace()
  return useQuery({
    queryKey: keys.import(id, importId),
    queryFn: ({ signal }) =>
      request<WebsiteImport>(`/workspaces/${id}/imports/${importId}`, { signal }),
    refetchInterval: ({ state }) =>
      state.data === undefined || isOpen(state.data.status) ? 2500 : false,
  })
}

export interface ImportPress {
  readonly brandId: string
  readonly body: NewImport
  readonly pressId: string
}

export function useStartImport() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ brandId, body, pressId }: ImportPress) =>
      request<Accepted>(`/workspaces/${id}/brands/${brandId}/imports`, {
        method: 'POST',
        body,
        idempotencyKey: pressId,
      }),
    onSuccess: (_, { brandId }) =>
      client.invalidateQueries({ queryKey: keys.imports(id, brandId) }),
  })
}

export function useCancelImport(brandId: string) {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (importId: string) =>
      request<WebsiteImport>(`/workspaces/${id}/imports/${importId}/cancel`, {
        method: 'POST',
      }),
    onSuccess: (read) => {
      client.setQueryData(keys.import(id, read.id), read)
      return client.invalidateQueries({ queryKey: keys.imports(id, brandId) })
    },
  })
}

export function useDecide(brandId: string, importId: string) {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (decisions: Decisions['decisions']) =>
      request<Decided>(`/workspaces/${id}/imports/${importId}/decisions`, {
        method: 'POST',
        body: { decisions },
      }),
    onSuccess: (decided) => {
      rememberBrand(client, id, decided.brand)
      client.setQueryData(keys.import(id, importId), decided.import)
      return client.invalidateQueries({ queryKey: keys.imports(id, brandId) })
    },
  })
}
