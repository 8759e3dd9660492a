import type { Prices } from '@rheos/contract'
import { useWorkspace } from '../../api/account.ts'
import { usePrices } from '../../api/credits.ts'
import { Badge } from '../../ui/badge.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { actionText, knownActions, unitText } from '../credits/action-text.ts'
import { priceText } from '../credits/credits-text.ts'
import { dayText, fullDayText } from './day-text.ts'
import { type PriceStep, priceHistory } from './price-history.ts'

/** What each action costs, since when, what it cost before, and what is announced. */
export function PriceList() {
  const { data: book, error, refetch } = usePrices()
  if (book === undefined && error !== null) {
    return <ErrorNotice error={error} onRetry={() => void refetch()} />
  }
  if (book === undefined) return <Skeleton className="h-48 w-full" />
  return (
    <>
      <table className="w-full text-sm tabular-nums">
        <caption className="sr-only">Prices and when they changed</caption>
        <thead>
          <tr className="border-b border-line text-xs text-muted">
            <th scope="col" className="pb-2 text-start font-medium">
              Action
            </th>
            <th scope="col" className="hidden pb-2 ps-4 text-start font-medium sm:table-cell">
              Since
            </th>
            <th scope="col" className="pb-2 ps-4 text-end font-medium">
              Price
            </th>
          </tr>
        </thead>
        <tbody>
          {knownActions.map((action) => (
            <PriceRow key={action} book={book} action={action} />
          ))}
        </tbody>
      </table>
      <p className="mt-3 text-sm text-muted">What you used is shown at the price you paid.</p>
    </>
  )
}

function PriceRow({ book, action }: { readonly book: Prices; readonly action: string }) {
  const { now, before, after } = priceHistory(book, action, useWorkspace().createdAt)
  if (now.price === undefined && after.length === 0) return null
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="py-2.5 text-start font-medium">
        {actionText(action)} <span className="font-normal text-muted">{unitText(action)}</span>
        {before.length > 0 && (
          <span className="block font-normal text-muted">
            {before.map((step) => (
              <span key={step.from} className="block">
                {formerText(step)} until {dayText(step.until)}
              </span>
            ))}
          </span>
        )}
        {after.map((step) => (
          <span key={step.from} className="mt-1 block">
            <Badge tone="warning">
              {stepText(step)} from {fullDayText(step.from)}
            </Badge>
          </span>
        ))}
      </th>
      <td className="hidden py-2.5 ps-4 whitespace-nowrap text-muted sm:table-cell">
        {fullDayText(now.from)}
      </td>
      <td className="py-2.5 ps-4 text-end whitespace-nowrap">{stepText(now)}</td>
    </tr>
  )
}

function formerText({ price }: PriceStep): string {
  return price === undefined ? 'Not offered' : `Was ${priceText(price)}`
}

function stepText({ price }: PriceStep): string {
  return price === undefined ? 'not offered' : priceText(price)
}
