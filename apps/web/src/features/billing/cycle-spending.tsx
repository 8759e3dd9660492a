import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { spendingQuery } from '../../api/credits.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { forecastSentence, spendingSeries } from './spending-series.ts'

const SpendingChart = lazy(async () => ({
  default: (await import('./spending-chart.tsx')).SpendingChart,
}))

/** The cycle as a chart, with what it says in words below. */
export function CycleSpending() {
  const query = useQuery(spendingQuery(useWorkspace().id))
  return (
    <section aria-labelledby="cycle-title">
      <h2 id="cycle-title" className="mb-4 text-xl font-semibold">
        This cycle
      </h2>
      {query.isError ? (
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <Skeleton className="h-60 w-full" />
      ) : (
        <Drawn spending={query.data} readAt={query.dataUpdatedAt} />
      )}
    </section>
  )
}

function Drawn(props: {
  readonly spending: Parameters<typeof spendingSeries>[0]
  readonly readAt: number
}) {
  const { spending, readAt } = props
  const series = spendingSeries(spending, readAt)
  return (
    <figure>
      <div className="h-60" aria-hidden="true">
        <Suspense fallback={<Skeleton className="h-full w-full" />}>
          <SpendingChart
            points={series.points}
            allowance={spending.allowance}
            start={Date.parse(spending.cycle.start)}
            end={Date.parse(spending.cycle.end)}
            now={readAt}
          />
        </Suspense>
      </div>
      <figcaption className="mt-3 text-sm text-muted tabular-nums">
        {forecastSentence(series, spending.allowance)}
      </figcaption>
    </figure>
  )
}
