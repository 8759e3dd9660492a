import type { Explanation } from '@rheos/contract'
import type { UseQueryResult } from '@tanstack/react-query'
import { CalendarClock } from 'lucide-react'
import type { ReactNode } from 'react'
import { hasCode, problemFrom } from '../../api/api-error.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { usePageTitle } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { BalanceStatement } from './balance-statement.tsx'
import { questionText, summaryText } from './explanation-text.ts'
import { TimeChoice } from './time-choice.tsx'

export interface BalanceExplanationProps {
  /** Whose balance it is to who reads this. */
  readonly whose: 'my' | 'this'
  readonly explanation: Pick<UseQueryResult<Explanation>, 'data' | 'error' | 'isError' | 'refetch'>
  /** The past instant that is shown; absent: now. */
  readonly at: string | undefined
  readonly onChoose: (at: string | undefined) => void
  /** The way to where one came from. */
  readonly back: ReactNode
}

/** The arithmetic behind a balance, now or at any past moment. */
export function BalanceExplanation(props: BalanceExplanationProps) {
  const { whose, at, onChoose, back } = props
  const { data, error, isError, refetch } = props.explanation
  const question = questionText(isError ? undefined : data?.balance, at, whose)
  usePageTitle(question)
  return (
    <section aria-labelledby="question" className="max-w-prose">
      <p className="mb-2 text-sm text-muted">{back}</p>
      <h2 id="question" className="text-2xl font-semibold text-balance tabular-nums">
        {question}
      </h2>
      {!isError && (
        <Told>{data === undefined ? <Skeleton className="h-6 w-72" /> : toldOf(data)}</Told>
      )}
      <div className="mt-6 mb-8">
        <TimeChoice key={at ?? 'now'} at={at} onChoose={onChoose} />
      </div>
      {isError ? (
        <Trouble error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Rows />
      ) : data.lines.length === 0 ? (
        <NotOpened />
      ) : (
        <BalanceStatement explanation={data} />
      )}
    </section>
  )
}

/** A time that cannot be explained needs another time, not another try. */
function Trouble({
  error,
  onRetry,
}: {
  readonly error: Error | null
  readonly onRetry: () => void
}) {
  if (hasCode(error, 'not_found')) {
    return (
      <EmptyState icon={nothingYet} title="Nothing to explain">
        {problemFrom(error).detail}
      </EmptyState>
    )
  }
  const isRefused = hasCode(error, 'invalid_request')
  return <ErrorNotice error={error} onRetry={isRefused ? undefined : onRetry} />
}

const nothingYet = <CalendarClock size={24} aria-hidden="true" />

/** Keeps its place, so that nothing jumps when the words come. */
function Told({ children }: { readonly children: ReactNode }) {
  return (
    <div aria-live="polite" className="mt-2 min-h-6 text-pretty text-muted tabular-nums">
      {children}
    </div>
  )
}

function toldOf(explanation: Explanation): string {
  return explanation.lines.length === 0 ? '' : summaryText(explanation)
}

function Rows() {
  return (
    <div aria-busy="true" className="space-y-3">
      {['first', 'second', 'third', 'fourth'].map((row) => (
        <Skeleton key={row} className="h-12 w-full" />
      ))}
    </div>
  )
}

function NotOpened() {
  return (
    <EmptyState icon={nothingYet} title="There were no credits yet">
      The credits of a month are given when somebody first opens Rheos in it. At this time nobody
      had, so there was nothing to use and nothing to expire.
    </EmptyState>
  )
}
