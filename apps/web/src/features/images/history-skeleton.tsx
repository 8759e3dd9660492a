import { Skeleton } from '../../ui/skeleton.tsx'

export function HistorySkeleton() {
  return (
    <div className="space-y-4">
      <Skeleton className="h-5 w-72 max-w-full" />
      <Skeleton className="h-96 w-full rounded-lg" />
    </div>
  )
}
