import type {
  Delivery,
  DeliveryAnswer,
  FreeSlots,
  NewSchedule,
  Post,
  PostDeliveries,
} from '@rheos/contract'
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useWorkspace } from './account.ts'
import { rememberPost } from './posts.ts'
import { keys } from './query-keys.ts'
import { query, request } from './request.ts'

/** The ways of a post to its networks, each with all that happened on it. */
export function useDeliveries(postId: string, enabled = true) {
  const { id } = useWorkspace()
  return useQuery({
    queryKey: keys.deliveries(id, postId),
    queryFn: async ({ signal }) => {
      const path = `/workspaces/${id}/posts/${postId}/deliveries`
      return (await request<PostDeliveries>(path, { signal })).items
    },
    enabled,
  })
}

/** What a person can have done with a post that is on its way to a network. */
export type DeliveryChange =
  | { readonly kind: 'retry' | 'check' | 'drop' }
  | ({ readonly kind: 'answer' } & DeliveryAnswer)

export function useChangeDelivery(postId: string) {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ delivery, change }: { delivery: Delivery; change: DeliveryChange }) => {
      const { kind, ...body } = change
      const path = `/workspaces/${id}/posts/${postId}/deliveries/${delivery.id}/${kind}`
      return request<Delivery>(path, { method: 'POST', ...(kind === 'answer' && { body }) })
    },
    onSuccess: () => readAgain(client, id, postId),
  })
}

/** Schedules a post, or moves it to another time. */
export function useSchedule() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ postId, schedule }: { postId: string; schedule: NewSchedule }) =>
      request<Post>(`/workspaces/${id}/posts/${postId}/schedule`, {
        method: 'PUT',
        body: schedule,
      }),
    onSuccess: (post) => tookEffect(client, id, post),
  })
}

/** Moves a scheduled post to another wall time; accounts, place and recurrence stay. */
export function useMoveScheduled() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ postId, wallTime }: { postId: string; wallTime: string }) => {
      const path = `/workspaces/${id}/posts/${postId}`
      const { schedule } = await request<Post>(path)
      if (schedule === null) throw new Error('A post was to be moved that is not scheduled.')
      const { timeZone, recurrence, socialAccountIds } = schedule
      const body: NewSchedule = { wallTime, timeZone, recurrence, socialAccountIds }
      return request<Post>(`${path}/schedule`, { method: 'PUT', body })
    },
    onSuccess: (post) => tookEffect(client, id, post),
  })
}

/** Makes a draft of it again; what is already under way goes on. */
export function useUnschedule() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (postId: string) =>
      request<Post>(`/workspaces/${id}/posts/${postId}/schedule`, { method: 'DELETE' }),
    onSuccess: (post) => tookEffect(client, id, post),
  })
}

export function usePublishNow() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (order: { postId: string; socialAccountIds: readonly string[] }) =>
      request<Post>(`/workspaces/${id}/posts/${order.postId}/publish`, {
        method: 'POST',
        body: { socialAccountIds: order.socialAccountIds },
      }),
    onSuccess: (post) => tookEffect(client, id, post),
  })
}

/** The next times at which a brand likes to post and has nothing planned yet. */
export function useFreeSlots(brandId: string | null, timeZone: string, count: number) {
  const { id } = useWorkspace()
  return useQuery({
    queryKey: [...keys.freeSlots(id, brandId ?? ''), timeZone, count],
    queryFn: async ({ signal }) => {
      const path = `/workspaces/${id}/brands/${brandId}/slots/free${query({ timeZone, count })}`
      return (await request<FreeSlots>(path, { signal })).items
    },
    enabled: brandId !== null,
  })
}

function tookEffect(client: QueryClient, workspaceId: string, post: Post): Promise<void> {
  rememberPost(client, workspaceId, post)
  return readAgain(client, workspaceId, post.id)
}

async function readAgain(client: QueryClient, workspaceId: string, postId: string): Promise<void> {
  await client.invalidateQueries({ queryKey: keys.deliveries(workspaceId, postId) })
  void client.invalidateQueries({ queryKey: keys.calendar(workspaceId) })
}
