import type { Margin } from '@rheos/contract'
import { lazy, Suspense } from 'react'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Cell, Column, Row, RowHead, Table } from '../../ui/table.tsx'
import { numberText } from '../credits/credits-text.ts'
import { dateText } from '../when.ts'
import { poundsText, shareText } from './pounds-text.ts'

const MarginChart = lazy(async () => ({
  default: (await import('./margin-chart.tsx')).MarginChart,
}))

/** Worth and cost by day, drawn, and as a table for whoever wants the figures. */
export function MarginDays({ margin }: { readonly margin: Margin }) {
  const used = margin.days.filter(({ units }) => units > 0)
  const { valueMicros, costMicros } = margin.total
  // A chart of nothing has no scale.
  if (valueMicros === 0 && costMicros === 0) return null
  return (
    <figure className="mt-8">
      <figcaption className="mb-2 flex flex-wrap gap-x-5 text-xs text-muted">
        <Swatch className="bg-accent-set-aside">worth</Swatch>
        <Swatch className="bg-warning">provider cost</Swatch>
      </figcaption>
      <div className="h-52" aria-hidden="true">
        <Suspense fallback={<Skeleton className="h-full w-full" />}>
          <MarginChart days={margin.days} />
        </Suspense>
      </div>
      {used.length > 0 && (
        <details className="mt-4">
          <summary className="hit-area cursor-pointer text-sm font-medium text-accent-ink">
            Figures by day
          </summary>
          <div className="mt-3">
            <DayTable days={used.toReversed()} />
          </div>
        </details>
      )}
    </figure>
  )
}

function Swatch({
  className,
  children,
}: {
  readonly className: string
  readonly children: string
}) {
  return (
    <span className="inline-flex items-center gap-2">
      <span className={`size-2.5 rounded-sm ${className}`} />
      {children}
    </span>
  )
}

function DayTable({ days }: { readonly days: Margin['days'] }) {
  return (
    <Table
      caption="Days with usage, newest first"
      head={
        <>
          <Column>Day (UTC)</Column>
          <Column end>Credits</Column>
          <Column end>Worth</Column>
          <Column end>Cost</Column>
          <Column wide end>
            Left
          </Column>
          <Column wide end>
            Margin
          </Column>
        </>
      }
    >
      {days.map(({ date, credits, valueMicros, costMicros }) => (
        <Row key={date}>
          <RowHead className="whitespace-nowrap">{dateText(`${date}T12:00:00Z`)}</RowHead>
          <Cell end>{numberText(credits)}</Cell>
          <Cell end>{poundsText(valueMicros)}</Cell>
          <Cell end>{poundsText(costMicros)}</Cell>
          <Cell wide end>
            {poundsText(valueMicros - costMicros)}
          </Cell>
          <Cell wide end quiet>
            {shareText(valueMicros, costMicros)}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
