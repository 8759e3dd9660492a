import type { Asset, Post } from '@rheos/contract'
import { useQueries } from '@tanstack/react-query'
import { useWorkspace } from '../../api/account.ts'
import { keys } from '../../api/query-keys.ts'
import { request } from '../../api/request.ts'

const known = 60_000

/** The pictures that a post and its versions name, as far as they are in the library. */
export function usePostAssets(post: Post): readonly Asset[] {
  const { id } = useWorkspace()
  const ids = new Set(
    [post.media, ...Object.values(post.versions).map((version) => version?.media ?? [])]
      .flat()
      .map(({ assetId }) => assetId),
  )
  return useQueries({
    queries: [...ids].map((assetId) => ({
      queryKey: keys.asset(id, assetId),
      queryFn: () => request<Asset>(`/workspaces/${id}/assets/${assetId}`),
      staleTime: known,
    })),
    combine: (results) => results.flatMap(({ data }) => (data === undefined ? [] : [data])),
  })
}
