import type { Credits, UsageSummary } from '@rheos/contract'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { usageSummaryQuery } from '../../api/credits.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useCredits } from '../credits/use-credits.ts'
import { forecastText, spendingSeries } from './spending-series.ts'

const SpendingChart = lazy(async () => ({
  default: (await import('./spending-chart.tsx')).SpendingChart,
}))

/** The cycle as a chart, with what it says in words below. */
export function CycleSpending() {
  const { credits } = useCredits()
  const query = useQuery(usageSummaryQuery(useWorkspace().id))
  if (query.isError) {
    return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
  }
  if (query.data === undefined || credits === undefined) {
    return <Skeleton className="h-60 w-full" />
  }
  return <Drawn summary={query.data} credits={credits} readAt={query.dataUpdatedAt} />
}

interface DrawnProps {
  readonly summary: UsageSummary
  readonly credits: Credits
  readonly readAt: number
}

function Drawn({ summary, credits, readAt }: DrawnProps) {
  const { balance, allowance } = credits
  return (
    <figure>
      <div className="h-60" aria-hidden="true">
        <Suspense fallback={<Skeleton className="h-full w-full" />}>
          <SpendingChart
            points={spendingSeries({ summary, balance, now: readAt })}
            allowance={allowance}
            start={Date.parse(summary.period.start)}
            end={Date.parse(summary.period.end)}
            now={readAt}
          />
        </Suspense>
      </div>
      <figcaption className="mt-3 text-sm text-muted tabular-nums">
        {forecastText(summary, allowance)}
      </figcaption>
    </figure>
  )
}
