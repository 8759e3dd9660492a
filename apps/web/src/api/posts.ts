import type { NewPost, Post, PostChange, Posts } from '@rheos/contract'
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

export interface PostFilter {
  readonly state?: Post['state']
  readonly brandId?: string
  readonly q?: string
}

export function postsQuery(workspaceId: string, filter: PostFilter, limit = 24) {
  return infiniteQueryOptions({
    queryKey: [...keys.posts(workspaceId), filter, limit],
    queryFn: ({ signal, pageParam }) =>
      request<Posts>(
        `/workspaces/${workspaceId}/posts${query({ ...filter, limit, cursor: pageParam })}`,
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export function usePosts(filter: PostFilter, limit?: number) {
  return useInfiniteQuery(postsQuery(useWorkspace().id, filter, limit))
}

export function usePost(postId: string) {
  const { id } = useWorkspace()
  return useQuery({
    queryKey: keys.post(id, postId),
    queryFn: ({ signal }) => request<Post>(`/workspaces/${id}/posts/${postId}`, { signal }),
  })
}

export function useCreatePost() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (post: NewPost) =>
      request<Post>(`/workspaces/${id}/posts`, { method: 'POST', body: post }),
    onSuccess: (post) => rememberPost(client, id, post),
  })
}

export function useChangePost() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ postId, change }: { postId: string; change: PostChange }) =>
      request<Post>(`/workspaces/${id}/posts/${postId}`, { method: 'PATCH', body: change }),
    onSuccess: (post) => rememberPost(client, id, post),
  })
}

export function useDeletePost() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (postId: string) =>
      request<void>(`/workspaces/${id}/posts/${postId}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.posts(id) }),
  })
}

export function useRestorePost() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (postId: string) =>
      request<Post>(`/workspaces/${id}/posts/${postId}/restore`, { method: 'POST' }),
    onSuccess: (post) => rememberPost(client, id, post),
  })
}

/** Keeps a draft just answered by the server, and has the lists read again. */
export function rememberPost(client: QueryClient, workspaceId: string, post: Post): void {
  client.setQueryData(keys.post(workspaceId, post.id), post)
  void client.invalidateQueries({ queryKey: keys.posts(workspaceId) })
}
