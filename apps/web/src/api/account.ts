import type { About, Me, MeChange, Workspace, WorkspaceChange } from '@rheos/contract'
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

export function useChangeMe() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: MeChange) => request<Me>('/me', { method: 'PATCH', body: change }),
    onSuccess: (me) => client.setQueryData(keys.me, me),
  })
}

/** Has a link mailed to the person's address, by which they prove that it is theirs. */
export function useAskForAddressLink() {
  return useMutation({ mutationFn: () => request<void>('/me/address/link', { method: 'POST' }) })
}

export function useProveAddress() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (token: string) =>
      request<void>('/me/address', { method: 'POST', body: { token } }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.me }),
  })
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
