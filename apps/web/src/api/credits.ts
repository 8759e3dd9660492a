import type {
  Credits,
  Explanation,
  Plans,
  Prices,
  Quote,
  Usage,
  UsageSummary,
} from '@rheos/contract'
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useQuery,
} from '@tanstack/react-query'
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
    refetchInterval: ({ state }) => pricesReadAgainInMs(state.data, Date.now()),
  })
}

/** Less than the notice that a change of prices is given. */
const pricesRestMs = 4 * 60_000

/** An open page reads the prices when the next version comes into force, and hears in time of one. */
export function pricesReadAgainInMs(prices: Prices | undefined, now: number): number {
  // Newest first, so the last of those after the one in force is the next.
  const next = prices?.versions.findLast(({ version }) => version > prices.version)
  if (next === undefined) return pricesRestMs
  // Clocks differ: a page that is early asks again a second later.
  return Math.min(Math.max(Date.parse(next.effectiveFrom) - now + 200, 1000), pricesRestMs)
}

export function creditsQuery(workspaceId: string) {
  return queryOptions({
    queryKey: keys.credits(workspaceId),
    queryFn: ({ signal }) => request<Credits>(`/workspaces/${workspaceId}/credits`, { signal }),
  })
}

/** A period as the server takes it; absent: the present cycle. */
export interface UsagePeriod {
  readonly from: string
  readonly to: string
}

export function usageSummaryQuery(workspaceId: string, period?: UsagePeriod) {
  return queryOptions({
    queryKey: keys.usageSummary(workspaceId, query({ ...period })),
    queryFn: ({ signal }) =>
      request<UsageSummary>(
        `/workspaces/${workspaceId}/credits/usage-summary${query({ ...period })}`,
        { signal },
      ),
    placeholderData: keepPreviousData,
  })
}

/** Where the browser downloads every operation of the period. */
export function usageCsvUrl(workspaceId: string, period?: UsagePeriod): string {
  return `/api/v1/workspaces/${workspaceId}/credits/usage.csv${query({ ...period })}`
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
