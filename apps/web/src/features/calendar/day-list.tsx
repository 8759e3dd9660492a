import { DayCell } from './day-cell.tsx'
import { dayOf, startOf } from './days.ts'
import { EntryCard } from './entry-card.tsx'
import { type GridProps, keyOf } from './month-grid.tsx'

const heading = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
})

/** Only days with something on them, one under the other. */
export function DayList({ days, byDay, onMove }: Omit<GridProps, 'onDay' | 'on'>) {
  const today = dayOf(new Date())
  return (
    <ol className="space-y-6">
      {days
        .filter((day) => byDay.has(day))
        .map((day) => (
          <DayCell key={day} day={day} onMove={onMove} className="rounded-lg">
            <h2 className="mb-2 text-sm font-semibold">
              <time dateTime={day}>{heading.format(startOf(day))}</time>
              {day === today && <span className="ms-2 font-normal text-muted">Today</span>}
            </h2>
            <div className="flex flex-col gap-2">
              {byDay.get(day)?.map((entry) => (
                <EntryCard
                  key={keyOf(entry)}
                  entry={entry}
                  upDown={{ hours: 1 }}
                  onMove={onMove}
                  withPicture
                />
              ))}
            </div>
          </DayCell>
        ))}
    </ol>
  )
}
