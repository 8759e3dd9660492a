import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'

/** Reads are tried again when nothing answered, never when the answer was no. Changes are not repeated. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && isPassing(error),
      },
      mutations: { retry: false },
    },
  })
}

function isPassing(error: unknown): boolean {
  return error instanceof ApiError && error.problem.code === 'unavailable'
}
