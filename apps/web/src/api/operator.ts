import type {
  AuditResults,
  Explanation,
  FoundWorkspaces,
  InspectedWorkspace,
  Margin,
  NewPriceVersion,
  NewProviderPrice,
  OperatorAction,
  OperatorActions,
  Payments,
  PriceBook,
  PricePreview,
  ProviderPrice,
  PublishedVersion,
  Usage,
} from '@rheos/contract'
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { keys } from './query-keys.ts'
import { query, request } from './request.ts'

interface Page {
  readonly next: string | null
}

const paging = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: Page) => page.next ?? undefined,
}

export function workspacesQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: keys.operator('workspaces', q),
    queryFn: ({ signal, pageParam: cursor }) =>
      request<FoundWorkspaces>(`/operator/workspaces${query({ q, cursor })}`, { signal }),
    ...paging,
    placeholderData: keepPreviousData,
  })
}

export function inspectedQuery(workspaceId: string) {
  return queryOptions({
    queryKey: keys.operator('workspace', workspaceId),
    queryFn: ({ signal }) =>
      request<InspectedWorkspace>(`/operator/workspaces/${workspaceId}`, { signal }),
  })
}

export function workspaceUsageQuery(workspaceId: string) {
  return infiniteQueryOptions({
    queryKey: keys.operator('workspace', workspaceId, 'usage'),
    queryFn: ({ signal, pageParam: cursor }) =>
      request<Usage>(`/operator/workspaces/${workspaceId}/usage${query({ limit: 15, cursor })}`, {
        signal,
      }),
    ...paging,
  })
}

export function workspaceActionsQuery(workspaceId: string) {
  return infiniteQueryOptions({
    queryKey: keys.operator('workspace', workspaceId, 'actions'),
    queryFn: ({ signal, pageParam: cursor }) =>
      request<OperatorActions>(
        `/operator/workspaces/${workspaceId}/actions${query({ limit: 15, cursor })}`,
        { signal },
      ),
    ...paging,
  })
}

export function workspaceExplanationQuery(workspaceId: string, at?: string) {
  return queryOptions({
    queryKey: keys.operator('workspace', workspaceId, 'explanation', at ?? 'now'),
    queryFn: ({ signal }) =>
      request<Explanation>(`/operator/workspaces/${workspaceId}/explanation${query({ at })}`, {
        signal,
      }),
  })
}

/** The ways to change a workspace's credits, as the addresses name them. */
export type WorkspaceActionName = 'grants' | 'make-goods' | 'adjustments' | 'releases' | 'attended'

export interface WorkspaceActionRequest {
  readonly name: WorkspaceActionName
  readonly body: unknown
  /** The press's own id: sent again, it does nothing more. */
  readonly pressId: string
}

export function useActOn(workspaceId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ name, body, pressId }: WorkspaceActionRequest) =>
      request<OperatorAction>(`/operator/workspaces/${workspaceId}/${name}`, {
        method: 'POST',
        body,
        idempotencyKey: pressId,
      }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.operator('workspace', workspaceId) }),
        client.invalidateQueries({ queryKey: keys.operator('payments') }),
      ]),
  })
}

export function priceBookQuery() {
  return queryOptions({
    queryKey: keys.operator('price-book'),
    queryFn: ({ signal }) => request<PriceBook>('/operator/price-book', { signal }),
  })
}

export function pricePreviewQuery(prices: NewPriceVersion['prices'] | undefined) {
  return queryOptions({
    queryKey: keys.operator('price-preview', JSON.stringify(prices)),
    queryFn: ({ signal }) =>
      request<PricePreview>('/operator/price-book/preview', {
        method: 'POST',
        body: { prices },
        signal,
      }),
    enabled: prices !== undefined,
    placeholderData: keepPreviousData,
  })
}

export function usePublishPrices() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ version, pressId }: { version: NewPriceVersion; pressId: string }) =>
      request<PublishedVersion>('/operator/price-book/versions', {
        method: 'POST',
        body: version,
        idempotencyKey: pressId,
      }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.operator('price-book') }),
        client.invalidateQueries({ queryKey: keys.prices }),
      ]),
  })
}

export function marginQuery(days: number) {
  return queryOptions({
    queryKey: keys.operator('margin', String(days)),
    queryFn: ({ signal }) => request<Margin>(`/operator/margin${query({ days })}`, { signal }),
    placeholderData: keepPreviousData,
  })
}

export function useSetProviderPrice() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ price, pressId }: { price: NewProviderPrice; pressId: string }) =>
      request<ProviderPrice>('/operator/provider-prices', {
        method: 'POST',
        body: price,
        idempotencyKey: pressId,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.operator('margin') }),
  })
}

/** Looks again each second while one runs. */
export function auditsQuery() {
  return queryOptions({
    queryKey: keys.operator('audits'),
    queryFn: ({ signal }) => request<AuditResults>('/operator/audits', { signal }),
    refetchInterval: ({ state }) => (state.data?.running === true ? 1000 : false),
  })
}

export function useAskForAudit() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request<AuditResults>('/operator/audits', { method: 'POST' }),
    onSuccess: (results) => client.setQueryData(keys.operator('audits'), results),
  })
}

export function paymentsQuery() {
  return queryOptions({
    queryKey: keys.operator('payments'),
    queryFn: ({ signal }) => request<Payments>('/operator/payments', { signal }),
  })
}

export function useReplayEvent() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (eventId: string) =>
      request<Payments>(`/operator/payments/events/${encodeURIComponent(eventId)}/replay`, {
        method: 'POST',
      }),
    onSuccess: (payments) => client.setQueryData(keys.operator('payments'), payments),
  })
}
