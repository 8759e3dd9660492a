import type { ReactNode } from 'react'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

interface Read<T> {
  readonly data: T | undefined
  readonly error: unknown
  readonly isError: boolean
  readonly refetch: () => unknown
}

export interface LoadedProps<T> {
  readonly query: Read<T>
  /** The size of what will stand there. */
  readonly className: string
  readonly children: (data: T) => ReactNode
}

/** What was read, or its shape while it is on its way, or why it could not be read. */
export function Loaded<T>({ query, className, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data)
  return query.isError ? (
    <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
  ) : (
    <div aria-busy="true">
      <Skeleton className={className} />
    </div>
  )
}
