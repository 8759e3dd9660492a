import type { Draft, DraftChange, Drafts, NewDraft } from '@rheos/contract'
import {
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useWorkspace } from './account.ts'
import { keys } from './query-keys.ts'
import { query, request } from './request.ts'

export interface DraftFilter {
  readonly state?: Draft['state']
  readonly brandId?: string
  readonly q?: string
}

export function draftsQuery(workspaceId: string, filter: DraftFilter, limit = 24) {
  return infiniteQueryOptions({
    queryKey: [...keys.drafts(workspaceId), filter, limit],
    queryFn: ({ signal, pageParam }) =>
      request<Drafts>(
        `/workspaces/${workspaceId}/drafts${query({ ...filter, limit, cursor: pageParam })}`,
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export function useDrafts(filter: DraftFilter, limit?: number) {
  return useInfiniteQuery(draftsQuery(useWorkspace().id, filter, limit))
}

export function useDraft(draftId: string) {
  const { id } = useWorkspace()
  return useQuery({
    queryKey: keys.draft(id, draftId),
    queryFn: ({ signal }) => request<Draft>(`/workspaces/${id}/drafts/${draftId}`, { signal }),
  })
}

export function useCreateDraft() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (draft: NewDraft) =>
      request<Draft>(`/workspaces/${id}/drafts`, { method: 'POST', body: draft }),
    onSuccess: (draft) => rememberDraft(client, id, draft),
  })
}

export function useChangeDraft() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ draftId, change }: { draftId: string; change: DraftChange }) =>
      request<Draft>(`/workspaces/${id}/drafts/${draftId}`, { method: 'PATCH', body: change }),
    onSuccess: (draft) => rememberDraft(client, id, draft),
  })
}

export function useDeleteDraft() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (draftId: string) =>
      request<void>(`/workspaces/${id}/drafts/${draftId}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.drafts(id) }),
  })
}

export function useRestoreDraft() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (draftId: string) =>
      request<Draft>(`/workspaces/${id}/drafts/${draftId}/restore`, { method: 'POST' }),
    onSuccess: (draft) => rememberDraft(client, id, draft),
  })
}

/** Keeps a draft just answered by the server, and has the lists read again. */
export function rememberDraft(client: QueryClient, workspaceId: string, draft: Draft): void {
  client.setQueryData(keys.draft(workspaceId, draft.id), draft)
  void client.invalidateQueries({ queryKey: keys.drafts(workspaceId) })
}
