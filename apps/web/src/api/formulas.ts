import type { Formulas } from '@rheos/contract'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { keys } from './query-keys.ts'
import { request } from './request.ts'

export function formulasQuery() {
  return queryOptions({
    queryKey: keys.formulas,
    queryFn: ({ signal }) => request<Formulas>('/formulas', { signal }),
    // They change with a version of the studio, which reloads the page.
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Everything that a post can be built by. */
export function useFormulas() {
  return useQuery(formulasQuery())
}
