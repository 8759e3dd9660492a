import { usePrices } from '../../api/credits.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { actionText, knownActions, unitText } from '../credits/action-text.ts'
import { priceText } from '../credits/credits-text.ts'

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

export function PriceList() {
  const { data: book, error, refetch } = usePrices()
  if (book === undefined && error !== null) {
    return <ErrorNotice error={error} onRetry={() => void refetch()} />
  }
  if (book === undefined) return <Skeleton className="h-48 w-full" />
  return (
    <>
      <table className="w-full max-w-prose text-sm">
        <thead className="sr-only">
          <tr>
            <th>Action</th>
            <th>Unit</th>
            <th>Price</th>
          </tr>
        </thead>
        <tbody>
          {knownActions.map((action) => {
            const price = book.prices[action]
            return price === undefined ? null : (
              <tr key={action} className="border-b border-line">
                <th scope="row" className="py-2.5 text-start font-medium">
                  {actionText(action)}
                </th>
                <td className="py-2.5 text-muted">{unitText(action)}</td>
                <td className="py-2.5 text-end tabular-nums">{priceText(price)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="mt-3 text-sm text-muted">
        In force since {date.format(new Date(book.effectiveFrom))}. What you used is shown at the
        price you paid.
      </p>
    </>
  )
}
