import type {
  Network,
  NewPost,
  Post,
  PostChange,
  PostRevisionDetail,
  PostRevisions,
  Posts,
} from '@rheos/contract'
import {
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useWorkspace } from './account.ts'
import { keys } from './query-keys.ts'
import { query, request } from './request.ts'

export interface PostFilter {
  /** One or several, with commas between them. */
  readonly state?: string
  readonly brandId?: string
  readonly network?: Network
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
  return useQuery(postQuery(useWorkspace().id, postId))
}

export function postQuery(workspaceId: string, postId: string) {
  return queryOptions({
    queryKey: keys.post(workspaceId, postId),
    queryFn: ({ signal }) =>
      request<Post>(`/workspaces/${workspaceId}/posts/${postId}`, { signal }),
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
    // Without a connection it fails at once instead of waiting unheard: whoever saves tries again.
    networkMode: 'always',
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

/** The states a post can go back to, newest first; read anew each time they are looked at. */
export function usePostRevisions(postId: string) {
  const { id } = useWorkspace()
  return useQuery({
    queryKey: keys.postRevisions(id, postId),
    queryFn: async ({ signal }) =>
      (await request<PostRevisions>(`/workspaces/${id}/posts/${postId}/revisions`, { signal }))
        .items,
    staleTime: 0,
  })
}

/** One of them with what the post held then. */
export function usePostRevision(postId: string, number: number | undefined) {
  const { id } = useWorkspace()
  return useQuery({
    queryKey: [...keys.postRevisions(id, postId), number],
    queryFn: ({ signal }) =>
      request<PostRevisionDetail>(`/workspaces/${id}/posts/${postId}/revisions/${number}`, {
        signal,
      }),
    enabled: number !== undefined,
  })
}

export function useRestoreRevision() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ postId, number }: { postId: string; number: number }) =>
      request<Post>(`/workspaces/${id}/posts/${postId}/revisions/${number}/restore`, {
        method: 'POST',
      }),
    onSuccess: (post) => {
      rememberPost(client, id, post)
      return client.invalidateQueries({ queryKey: keys.postRevisions(id, post.id) })
    },
  })
}

/** Keeps a draft just answered by the server, and has the lists read again. */
export function rememberPost(client: QueryClient, workspaceId: string, post: Post): void {
  client.setQueryData<Post>(keys.post(workspaceId, post.id), (known) =>
    // Answers can overtake each other.
    known !== undefined && known.revision > post.revision ? known : post,
  )
  void client.invalidateQueries({ queryKey: keys.posts(workspaceId) })
}
