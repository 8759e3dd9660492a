import type { Credits, Explanation, Plans, Prices, Quote, Spending, Usage } from '@rheos/contract'
import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query'
import { keys } from './query-keys.ts'
import { query, request } from './request.ts'

export function plansQuery() {
  return queryOptions({
    queryKey: keys.plans,
    queryFn: ({ signal }) => request<Plans>('/plans', { signal }),
    staleTime: 5 * 60_000,
  })
}

export function pricesQuery() {
  return queryOptions({
    queryKey: keys.prices,
    queryFn: ({ signal }) => request<Prices>('/prices', { signal }),
    staleTime: 60_000,
  })
}

export function creditsQuery(workspaceId: string) {
  return queryOptions({
    queryKey: keys.credits(workspaceId),
    queryFn: ({ signal }) => request<Credits>(`/workspaces/${workspaceId}/credits`, { signal }),
  })
}

export function spendingQuery(workspaceId: string) {
  return queryOptions({
    queryKey: keys.spending(workspaceId),
    queryFn: ({ signal }) =>
      request<Spending>(`/workspaces/${workspaceId}/credits/spending`, { signal }),
  })
}

/** Why the balance is what it is; with `at`, what it was at that past instant. */
export function explanationQuery(workspaceId: string, at?: string) {
  return queryOptions({
    queryKey: keys.explanation(workspaceId, at ?? 'now'),
    queryFn: ({ signal }) =>
      request<Explanation>(`/workspaces/${workspaceId}/credits/explanation${query({ at })}`, {
        signal,
      }),
  })
}

export function usageQuery(workspaceId: string, limit = 30) {
  return infiniteQueryOptions({
    queryKey: keys.usage(workspaceId),
    queryFn: ({ signal, pageParam }) =>
      request<Usage>(
        `/workspaces/${workspaceId}/credits/usage${query({ limit, cursor: pageParam })}`,
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

export function usePrices() {
  return useQuery(pricesQuery())
}

/** What `count` of an action cost by this price book; nothing where the book does not name it. */
export function quoteOf(prices: Prices, action: string, count = 1): Quote | undefined {
  const unit = prices.prices[action]
  return unit === undefined ? undefined : { version: prices.version, credits: unit * count }
}
