import type { PostingSlots } from '@rheos/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useWorkspace } from './account.ts'
import { keys } from './query-keys.ts'
import { query, request } from './request.ts'

/** When a brand likes to post; until somebody says so, the usual times in `timeZone`. */
export function usePostingSlots(brandId: string, timeZone: string) {
  const { id } = useWorkspace()
  return useQuery({
    queryKey: keys.postingSlots(id, brandId),
    queryFn: ({ signal }) =>
      request<PostingSlots>(`/workspaces/${id}/brands/${brandId}/slots${query({ timeZone })}`, {
        signal,
      }),
  })
}

export function useSetPostingSlots(brandId: string) {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (slots: PostingSlots) =>
      request<PostingSlots>(`/workspaces/${id}/brands/${brandId}/slots`, {
        method: 'PUT',
        body: slots,
      }),
    // Without a connection it fails at once instead of waiting unheard: whoever saves tries again.
    networkMode: 'always',
    onSuccess: (slots) => {
      client.setQueryData(keys.postingSlots(id, brandId), slots)
      void client.invalidateQueries({ queryKey: keys.freeSlots(id, brandId) })
    },
  })
}
