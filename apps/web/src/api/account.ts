import type { About, Me, Workspace, WorkspaceChange } from '@rheos/contract'
import {
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { keys } from './query-keys.ts'
import { request } from './request.ts'

export function aboutQuery() {
  return queryOptions({
    queryKey: keys.about,
    queryFn: ({ signal }) => request<About>('/about', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function meQuery() {
  return queryOptions({
    queryKey: keys.me,
    queryFn: ({ signal }) => request<Me>('/me', { signal }),
    staleTime: 60_000,
  })
}

export function useAbout() {
  return useQuery(aboutQuery())
}

export function useMe() {
  return useQuery(meQuery())
}

/** The workspace one works in. For pages behind sign-in, whose route has loaded `me` before. */
export function useWorkspace(): Workspace {
  const me = useSuspenseQuery(meQuery()).data
  const [first] = me.workspaces
  if (first === undefined) throw new Error('A signed-in person has no workspace.')
  return first
}

export function useChangeWorkspace() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: WorkspaceChange) =>
      request<Workspace>(`/workspaces/${id}`, { method: 'PATCH', body: change }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.me }),
  })
}
