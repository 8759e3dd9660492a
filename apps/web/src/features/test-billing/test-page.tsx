import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { hasCode } from '../../api/api-error.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { NotFoundPage } from '../frame/not-found-page.tsx'
import { PagePending } from '../frame/page-pending.tsx'

export interface TestPageProps<T> {
  readonly query: UseQueryResult<T>
  readonly children: (data: T) => ReactNode
}

/** What a page of test billing shows while it is read, and when it is not there. */
export function TestPage<T>({ query, children }: TestPageProps<T>) {
  const { data, error, refetch } = query
  if (data !== undefined) return children(data)
  if (hasCode(error, 'not_found')) return <NotFoundPage />
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  return <PagePending />
}
