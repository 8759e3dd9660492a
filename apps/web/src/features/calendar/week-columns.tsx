import { classNames } from '../../ui/class-names.ts'
import { DayCell } from './day-cell.tsx'
import { dayOf, startOf } from './days.ts'
import { EntryCard } from './entry-card.tsx'
import { type GridProps, keyOf } from './month-grid.tsx'

const heading = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric' })

/** A column for each day, its posts by their time. */
export function WeekColumns({ days, byDay, onMove }: Omit<GridProps, 'onDay' | 'on'>) {
  const today = dayOf(new Date())
  return (
    <ol className="grid grid-cols-7 gap-px overflow-hidden rounded-xl border border-line bg-line">
      {days.map((day) => (
        <DayCell
          key={day}
          day={day}
          onMove={onMove}
          className="flex min-h-96 min-w-0 flex-col gap-1.5 bg-surface p-1.5"
        >
          <time
            dateTime={day}
            aria-current={day === today ? 'date' : undefined}
            className={classNames(
              'px-1 py-1 text-xs',
              day === today ? 'font-semibold text-accent-ink' : 'text-muted',
            )}
          >
            {heading.format(startOf(day))}
          </time>
          {(byDay.get(day) ?? []).map((entry) => (
            <EntryCard
              key={keyOf(entry)}
              entry={entry}
              upDown={{ hours: 1 }}
              onMove={onMove}
              withPicture
            />
          ))}
        </DayCell>
      ))}
    </ol>
  )
}
