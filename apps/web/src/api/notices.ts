import type { Notices } from '@rheos/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useWorkspace } from './account.ts'
import { keys } from './query-keys.ts'
import { request } from './request.ts'

/** What this person is to be told, newest first; read anew when the workspace's events say so. */
export function noticesQuery(workspaceId: string) {
  return queryOptions({
    queryKey: keys.notices(workspaceId),
    queryFn: ({ signal }) => request<Notices>(`/workspaces/${workspaceId}/notices`, { signal }),
    staleTime: 5 * 60_000,
  })
}

/** Takes it, and what was told before it, away at once and for good. */
export function useDismissNotice() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (noticeId: string) =>
      request<void>(`/workspaces/${id}/notices/${noticeId}/dismiss`, { method: 'POST' }),
    onMutate: () => client.setQueryData<Notices>(keys.notices(id), { notices: [] }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.notices(id) }),
  })
}
