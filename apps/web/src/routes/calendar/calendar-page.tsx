import type { CalendarEntry, Network } from '@rheos/contract'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import { useMemo } from 'react'
import { useCalendar } from '../../api/calendar.ts'
import { useCurrentBrand } from '../../api/current-brand.ts'
import { DayList } from '../../features/calendar/day-list.tsx'
import {
  addDays,
  type CalendarView,
  type Day,
  dayOf,
  daysShown,
  isDay,
  startOf,
  stepped,
} from '../../features/calendar/days.ts'
import { ownTimeZone, placeText } from '../../features/calendar/moment-text.ts'
import { MonthGrid } from '../../features/calendar/month-grid.tsx'
import { useKeptFocus } from '../../features/calendar/use-kept-focus.ts'
import { useMove } from '../../features/calendar/use-move.ts'
import { WeekColumns } from '../../features/calendar/week-columns.tsx'
import { useWide } from '../../features/posts/use-wide.ts'
import { isNetwork, networkFacts, networkNames } from '../../features/writing/networks.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

const route = getRouteApi('/studio/calendar')
const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' })
const dayName = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })

/** What goes out when, and what went out. */
export function CalendarPage() {
  const wide = useWide()
  const search = route.useSearch()
  const navigate = useNavigate()
  const today = dayOf(new Date())
  // A grid of seven days needs a wide page.
  const view: CalendarView = !wide ? 'list' : viewFrom(search.view)
  const on = isDay(search.on) ? search.on : today
  const network = isNetwork(search.network) ? search.network : undefined

  function show(next: { view?: CalendarView; on?: Day; network?: Network | undefined }): void {
    const { network: _, ...rest } = { ...search, ...next }
    const chosen = 'network' in next ? next.network : network
    const shown = { ...rest, ...(chosen !== undefined && { network: chosen }) }
    void navigate({ to: '/calendar', search: shown, replace: true })
  }

  return (
    <>
      <PageHeader
        title="Calendar"
        description={`Times as in ${placeText(ownTimeZone())}.`}
        actions={
          <>
            <LinkButton to="/settings/posting-times">Posting times</LinkButton>
            <LinkButton to="/posts/new" variant="primary">
              New post
            </LinkButton>
          </>
        }
      />
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-3">
        <div className="flex items-center gap-1">
          <IconButton
            label="Earlier"
            icon={<ChevronLeft size={18} aria-hidden="true" />}
            onClick={() => show({ on: stepped(view, on, -1) })}
          />
          <IconButton
            label="Later"
            icon={<ChevronRight size={18} aria-hidden="true" />}
            onClick={() => show({ on: stepped(view, on, 1) })}
          />
          <Button size="sm" variant="ghost" onClick={() => show({ on: today })}>
            Today
          </Button>
        </div>
        <h2 aria-live="polite" className="grow text-lg font-semibold">
          {titleOf(view, on)}
        </h2>
        <div className="w-40">
          <Select
            label="Network"
            value={network ?? ''}
            options={[
              { value: '', label: 'All networks' },
              ...networkNames.map((name) => ({ value: name, label: networkFacts[name].label })),
            ]}
            onChange={(next) => show({ network: isNetwork(next) ? next : undefined })}
          />
        </div>
        {wide && (
          <SegmentedControl<CalendarView>
            label="View"
            value={view}
            options={[
              { value: 'month', label: 'Month' },
              { value: 'week', label: 'Week' },
              { value: 'list', label: 'List' },
            ]}
            onChange={(next) => show({ view: next })}
          />
        )}
      </div>
      <Shown
        view={view}
        on={on}
        network={network}
        onDay={(day) => show({ view: 'week', on: day })}
      />
    </>
  )
}

interface ShownProps {
  readonly view: CalendarView
  readonly on: Day
  readonly network: Network | undefined
  readonly onDay: (day: Day) => void
}

function Shown({ view, on, network, onDay }: ShownProps) {
  const { brand } = useCurrentBrand()
  const move = useMove()
  const days = daysShown(view, on)
  const from = startOf(days[0] ?? on).toISOString()
  const to = startOf(addDays(days.at(-1) ?? on, 1)).toISOString()
  const { data, isError, error, refetch, isPlaceholderData } = useCalendar({
    from,
    to,
    ...(brand !== undefined && { brandId: brand.id }),
    ...(network !== undefined && { network }),
  })
  const byDay = useMemo(() => grouped(data ?? []), [data])
  const keepFocus = useKeptFocus(data)
  if (isError && data === undefined) {
    return (
      <ErrorNotice
        title="The calendar could not be loaded"
        error={error}
        onRetry={() => void refetch()}
      />
    )
  }
  if (data === undefined) return <Skeleton className="h-96 w-full" />
  const onMove: typeof move = (entry, by) => {
    keepFocus(entry)
    move(entry, by)
  }
  const shared = { days, byDay, onMove }
  return (
    <div className={isPlaceholderData ? 'opacity-60 transition-opacity' : ''}>
      {view === 'month' && <MonthGrid {...shared} on={on} onDay={onDay} />}
      {view === 'week' && <WeekColumns {...shared} />}
      {view === 'list' && data.length > 0 && <DayList {...shared} />}
      {data.length === 0 && <NothingPlanned isList={view === 'list'} />}
    </div>
  )
}

function NothingPlanned({ isList }: { readonly isList: boolean }) {
  if (!isList) {
    return (
      <p className="mt-4 text-center text-sm text-muted">
        Nothing is planned here. Open a post and press “Schedule”.
      </p>
    )
  }
  return (
    <EmptyState
      icon={<CalendarDays size={32} strokeWidth={1.5} aria-hidden="true" />}
      title="Nothing is planned in these weeks"
      action={
        <LinkButton to="/posts" variant="primary">
          Choose a post
        </LinkButton>
      }
    >
      Open a post and press “Schedule”. Publishing never costs credits.
    </EmptyState>
  )
}

function grouped(entries: readonly CalendarEntry[]): ReadonlyMap<Day, readonly CalendarEntry[]> {
  const byDay = new Map<Day, CalendarEntry[]>()
  for (const entry of entries) {
    const day = dayOf(new Date(entry.at))
    const others = byDay.get(day)
    if (others === undefined) byDay.set(day, [entry])
    else others.push(entry)
  }
  return byDay
}

function viewFrom(view: string | undefined): CalendarView {
  return view === 'week' || view === 'list' ? view : 'month'
}

function titleOf(view: CalendarView, on: Day): string {
  if (view === 'month') return monthName.format(startOf(on))
  const days = daysShown(view, on)
  const first = dayName.format(startOf(days[0] ?? on))
  return `${first} – ${dayName.format(startOf(days.at(-1) ?? on))}`
}
