import type { Credits } from '@rheos/contract'
import { Link } from '@tanstack/react-router'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { BalanceBar } from '../credits/balance-bar.tsx'
import { numberText } from '../credits/credits-text.ts'
import { resetText } from '../credits/reset-text.ts'
import { useCredits } from '../credits/use-credits.ts'
import { balanceSentence } from './balance-sentence.ts'

/** The balance in one sentence, then its parts. */
export function BalanceFacts() {
  const { credits, state, retry } = useCredits()
  if (state === 'failed') {
    return (
      <section aria-label="Balance">
        <p className="mb-4 text-3xl font-semibold">–</p>
        <ErrorNotice onRetry={retry}>Your credits could not be loaded.</ErrorNotice>
      </section>
    )
  }
  if (credits === undefined) {
    return (
      <section aria-label="Balance" aria-busy="true" className="space-y-5">
        <Skeleton className="h-10 w-full max-w-prose" />
        <Skeleton className="h-1.5 w-full" />
        <Skeleton className="h-12 w-full" />
      </section>
    )
  }
  return (
    <section aria-label="Balance" className="tabular-nums">
      <p className="max-w-prose text-2xl font-semibold text-balance">{balanceSentence(credits)}</p>
      <div className="mt-6">
        <BalanceBar credits={credits} />
      </div>
      <dl className="mt-5 grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-5">
        {factsOf(credits).map(({ name, value, wide }) => (
          <div key={name} className={wide ? 'col-span-2 sm:col-span-1' : undefined}>
            <dt className="text-sm text-muted">{name}</dt>
            <dd className="mt-0.5 font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      <Link
        to="/settings/billing/balance"
        className="hit-area mt-5 inline-block text-sm font-medium text-accent-ink underline underline-offset-2"
      >
        Why is my balance {numberText(credits.balance)}?
      </Link>
    </section>
  )
}

function factsOf(credits: Credits) {
  return [
    { name: 'Balance', value: numberText(credits.balance) },
    { name: 'In progress', value: numberText(credits.held) },
    { name: 'Spent this cycle', value: numberText(credits.spent) },
    { name: 'Allowance', value: `${numberText(credits.allowance)} a month` },
    { name: 'Resets', value: resetText(credits.resetsAt), wide: true },
  ]
}
