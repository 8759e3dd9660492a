import { Skeleton } from '../../ui/skeleton.tsx'

/** Stands in for a page whose script is on its way. */
export function PagePending() {
  return (
    <div role="status" aria-label="Loading" className="space-y-4">
      <Skeleton className="h-9 w-56" />
      <Skeleton className="h-5 w-80 max-w-full" />
      <Skeleton className="mt-8 h-64 w-full" />
    </div>
  )
}
