import type { Credits, PlanId } from '@rheos/contract'
import { Link } from '@tanstack/react-router'
import { RotateCw } from 'lucide-react'
import { Skeleton } from '../../ui/skeleton.tsx'
import { BalanceBar } from './balance-bar.tsx'
import { BalanceNumber } from './balance-number.tsx'
import { numberText } from './credits-text.ts'
import { resetText } from './reset-text.ts'
import { type CreditsReading, useCredits } from './use-credits.ts'

const planNames: Readonly<Record<PlanId, string>> = {
  free: 'Free',
  business: 'Business',
  team: 'Team',
}

/** The workspace's credits, at the foot of the sidebar. */
export function CreditsMeter() {
  const { credits, state, retry } = useCredits()
  if (state === 'failed') return <Unknown retry={retry} />
  if (credits === undefined) {
    return (
      <div className="space-y-2.5 p-3">
        <Skeleton className="h-6 w-24" />
        <Skeleton className="h-1.5 w-full" />
        <Skeleton className="h-4 w-36" />
      </div>
    )
  }
  return (
    <Link
      to="/settings/billing"
      className="block rounded-lg p-3 tabular-nums transition-colors hover:bg-hover"
    >
      <span className="flex items-baseline justify-between gap-2">
        <span className="text-xl font-semibold">
          <BalanceNumber value={credits.balance} />
        </span>
        <span className="text-xs text-muted">
          of {numberText(credits.allowance)}
          <span className="sr-only"> credits</span> · {planNames[credits.plan]}
        </span>
      </span>
      <span className="my-2 block">
        <BalanceBar credits={credits} />
      </span>
      <span className="block text-xs text-muted">
        {credits.held > 0 && (
          <span className="block text-accent-ink">{numberText(credits.held)} in progress</span>
        )}
        resets {resetText(credits.resetsAt)}
      </span>
      <span className="sr-only">Open billing</span>
    </Link>
  )
}

/** The number alone, for the top of a narrow page. */
export function CreditsBadge() {
  const { credits, state, retry } = useCredits()
  if (state === 'failed') return <Unknown retry={retry} short />
  if (credits === undefined) return <Skeleton className="h-7 w-14 rounded-full" />
  return (
    <Link
      to="/settings/billing"
      className="flex h-10 items-center gap-2.5 rounded-full px-2 text-sm tabular-nums"
    >
      <span className="w-10">
        <BalanceBar credits={credits} />
      </span>
      <span className="font-semibold">
        <BalanceNumber value={credits.balance} />
      </span>
      <span className="sr-only">{spokenRest(credits)}</span>
    </Link>
  )
}

function Unknown({
  retry,
  short = false,
}: Pick<CreditsReading, 'retry'> & { readonly short?: boolean }) {
  return (
    <button
      type="button"
      onClick={retry}
      aria-label="Credits could not be loaded. Retry"
      className="flex w-full items-center gap-3 rounded-lg p-3 text-start text-xs text-muted hover:bg-hover"
    >
      <span className="text-xl font-semibold text-ink">–</span>
      {!short && <span className="grow">Credits could not be loaded. Retry</span>}
      <RotateCw size={14} aria-hidden="true" className="shrink-0" />
    </button>
  )
}

function spokenRest({ allowance, held, resetsAt }: Credits): string {
  const progress = held > 0 ? `, ${numberText(held)} of them in progress` : ''
  return `of ${numberText(allowance)} credits${progress}, reset ${resetText(resetsAt)}. Open billing`
}
