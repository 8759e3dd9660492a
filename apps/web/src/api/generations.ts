import type {
  Accepted,
  Generation,
  GenerationStatus,
  Generations,
  NewGeneration,
  WorkspaceEvent,
} from '@rheos/contract'
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

export function isOpen(status: GenerationStatus): boolean {
  return status === 'queued' || status === 'running'
}

export function generationsQuery(workspaceId: string, kind: Generation['kind'], q = '') {
  return infiniteQueryOptions({
    queryKey: [...keys.generations(workspaceId, kind), q],
    queryFn: ({ signal, pageParam }) =>
      request<Generations>(
        `/workspaces/${workspaceId}/generations${query({ kind, q, limit: 12, cursor: pageParam })}`,
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

/** Newest first, running ones among them; with `q` those whose prompt contains it. */
export function useGenerations(kind: Generation['kind'], q?: string) {
  return useInfiniteQuery(generationsQuery(useWorkspace().id, kind, q))
}

/** One generation; followed by events, and asked for every few seconds in case those do not come. */
export function useGeneration(generationId: string | undefined) {
  const { id } = useWorkspace()
  return useQuery({
    queryKey: keys.generation(id, generationId ?? ''),
    queryFn: ({ signal }) =>
      request<Generation>(`/workspaces/${id}/generations/${generationId}`, { signal }),
    enabled: generationId !== undefined,
    refetchInterval: ({ state }) =>
      state.data === undefined || isOpen(state.data.status) ? 2500 : false,
  })
}

export interface GenerationPress {
  readonly body: NewGeneration
  readonly pressId: string
}

export function useGenerate() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ body, pressId }: GenerationPress) =>
      request<Accepted>(`/workspaces/${id}/generations`, {
        method: 'POST',
        body,
        idempotencyKey: pressId,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.generations(id) }),
  })
}

export function useCancelGeneration() {
  const { id } = useWorkspace()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (generationId: string) =>
      request<Generation>(`/workspaces/${id}/generations/${generationId}/cancel`, {
        method: 'POST',
      }),
    onSuccess: (generation) => {
      client.setQueryData(keys.generation(id, generation.id), generation)
      return client.invalidateQueries({ queryKey: keys.generations(id) })
    },
  })
}

type GenerationEvent = Extract<WorkspaceEvent, { type: 'generation' }>['generation']

/** Brings what is on the page up to date with an event of `credits/stream`. */
export function applyGenerationEvent(
  client: QueryClient,
  workspaceId: string,
  event: GenerationEvent,
): void {
  if (isOpen(event.status)) {
    client.setQueryData<Generation>(keys.generation(workspaceId, event.id), (known) =>
      known === undefined || !isOpen(known.status)
        ? known
        : { ...known, status: event.status, progress: event.progress },
    )
    if (event.kind === 'import') void refetch(keys.import(workspaceId, event.id))
    return
  }
  void refetch(keys.generation(workspaceId, event.id))
  void refetch(keys.generations(workspaceId))
  void refetch(keys.usage(workspaceId))
  void refetch(keys.anyUsageSummary(workspaceId))
  if (event.kind === 'import') void refetch(keys.anyImports(workspaceId))
  if (event.kind === 'image') void refetch(keys.assets(workspaceId))
  if (event.kind === 'writing') void refetch(keys.posts(workspaceId))

  function refetch(queryKey: readonly string[]): Promise<void> {
    return client.invalidateQueries({ queryKey })
  }
}
