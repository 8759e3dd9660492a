import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { usageCsvUrl, usageSummaryQuery } from '../../api/credits.ts'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { numberText } from '../credits/credits-text.ts'
import { type PeriodChoice, periodFor } from './usage-period.ts'
import { type UsageRow, type UsageSide, usageRows } from './usage-rows.ts'

const periods: readonly { readonly value: PeriodChoice; readonly label: string }[] = [
  { value: 'cycle', label: 'This cycle' },
  { value: 'month', label: 'Last 30 days' },
  { value: 'quarter', label: 'Last 3 months' },
  { value: 'year', label: 'Last 12 months' },
]
const sides: readonly { readonly value: UsageSide; readonly label: string }[] = [
  { value: 'action', label: 'Action' },
  { value: 'member', label: 'Member' },
  { value: 'brand', label: 'Brand' },
  { value: 'day', label: 'Day' },
]
/** More of them are shown when asked for. */
const rowsMax = 14

/** Where the credits went, from four sides, for a period to choose. */
export function UsageTable() {
  const { id } = useWorkspace()
  const [choice, setChoice] = useState<PeriodChoice>('cycle')
  const [side, setSide] = useState<UsageSide>('action')
  // Fixed while the choice stands, so that it is asked for once.
  const [period, setPeriod] = useState(periodFor('cycle', Date.now()))
  const query = useQuery(usageSummaryQuery(id, period))
  const choose = (next: PeriodChoice) => {
    setChoice(next)
    setPeriod(periodFor(next, Date.now()))
  }
  return (
    <div>
      <div className="mb-5 flex flex-wrap items-center gap-3">
        <SegmentedControl label="Seen by" value={side} onChange={setSide} options={sides} />
        <div className="w-44 sm:ms-auto">
          <Select label="Period" value={choice} onChange={choose} options={periods} />
        </div>
        <a href={usageCsvUrl(id, period)} download className={buttonClass('secondary')}>
          <Download size={16} aria-hidden="true" />
          CSV
        </a>
      </div>
      {query.isError ? (
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <Skeleton className="h-40 w-full" />
      ) : (
        <Rows
          key={`${side} ${choice}`}
          rows={usageRows(query.data, side)}
          side={side}
          credits={query.data.credits}
        />
      )}
    </div>
  )
}

interface RowsProps {
  readonly rows: readonly UsageRow[]
  readonly side: UsageSide
  readonly credits: number
}

function Rows({ rows, side, credits }: RowsProps) {
  const [all, setAll] = useState(false)
  if (rows.length === 0) {
    return <p className="border-t border-line pt-4 text-sm text-muted">No credits were spent.</p>
  }
  const dearest = Math.max(1, ...rows.map((row) => row.credits))
  const shown = all ? rows : rows.slice(0, rowsMax)
  return (
    <>
      <table className="w-full text-sm tabular-nums">
        <caption className="sr-only">Credits by {side}</caption>
        <thead>
          <tr className="border-b border-line text-xs text-muted">
            <th scope="col" className="pb-2 text-start font-medium">
              {sides.find(({ value }) => value === side)?.label}
            </th>
            <th scope="col" className="pb-2 ps-3 text-end font-medium">
              Times
            </th>
            <th scope="col" className="w-24 pb-2 ps-3 text-end font-medium">
              Credits
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.key} className="border-b border-line">
              <th scope="row" className="py-2.5 text-start font-medium">
                <span dir="auto" className="block">
                  {row.name}
                </span>
                <span
                  aria-hidden="true"
                  className="mt-1.5 block h-1 rounded-full bg-accent"
                  style={{ width: `${Math.max(0.5, (row.credits / dearest) * 100)}%` }}
                />
              </th>
              <td className="py-2.5 ps-3 text-end align-top text-muted">{numberText(row.uses)}</td>
              <td className="py-2.5 ps-3 text-end align-top font-medium">
                {numberText(row.credits)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="pt-3 text-start font-semibold">
              All
            </th>
            <td />
            <td className="pt-3 ps-3 text-end font-semibold">{numberText(credits)}</td>
          </tr>
        </tfoot>
      </table>
      {rows.length > shown.length && (
        <Button size="sm" className="mt-4" onClick={() => setAll(true)}>
          Show all {rows.length}
        </Button>
      )}
    </>
  )
}
