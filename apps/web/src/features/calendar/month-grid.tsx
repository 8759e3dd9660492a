import type { CalendarEntry } from '@rheos/contract'
import { classNames } from '../../ui/class-names.ts'
import { DayCell } from './day-cell.tsx'
import { type Day, dayOf, startOf } from './days.ts'
import { EntryCard } from './entry-card.tsx'
import type { Move } from './use-move.ts'

export interface GridProps {
  readonly days: readonly Day[]
  readonly on: Day
  readonly byDay: ReadonlyMap<Day, readonly CalendarEntry[]>
  readonly onMove: (entry: CalendarEntry, by: Move) => void
  /** Shows a day with all that is on it. */
  readonly onDay: (day: Day) => void
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const dayName = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })
/** What does not fit is behind a number. */
const shownMax = 3

export function MonthGrid({ days, on, byDay, onMove, onDay }: GridProps) {
  const today = dayOf(new Date())
  return (
    <div>
      <div aria-hidden="true" className="grid grid-cols-7 text-xs text-muted">
        {weekdays.map((name) => (
          <span key={name} className="px-2 pb-2">
            {name}
          </span>
        ))}
      </div>
      <ol className="grid grid-cols-7 overflow-hidden rounded-xl border border-line bg-line gap-px">
        {days.map((day) => {
          const entries = byDay.get(day) ?? []
          const more = entries.length - shownMax
          const isOutside = day.slice(0, 7) !== on.slice(0, 7)
          return (
            <DayCell
              key={day}
              day={day}
              onMove={onMove}
              className={classNames(
                'flex min-h-32 min-w-0 flex-col gap-1 p-1.5',
                isOutside ? 'bg-page' : 'bg-surface',
              )}
            >
              <DayNumber day={day} isToday={day === today} isOutside={isOutside} />
              {entries.slice(0, more === 1 ? shownMax + 1 : shownMax).map((entry) => (
                <EntryCard key={keyOf(entry)} entry={entry} upDown={{ days: 7 }} onMove={onMove} />
              ))}
              {more > 1 && (
                <button
                  type="button"
                  onClick={() => onDay(day)}
                  className="rounded-sm px-2 py-1 text-start text-xs font-medium text-muted hover:text-ink"
                >
                  {more} more
                </button>
              )}
            </DayCell>
          )
        })}
      </ol>
    </div>
  )
}

/** A post that repeats stands on several days. */
export function keyOf({ postId, at }: CalendarEntry): string {
  return `${postId}-${at}`
}

interface DayNumberProps {
  readonly day: Day
  readonly isToday: boolean
  readonly isOutside: boolean
}

function DayNumber({ day, isToday, isOutside }: DayNumberProps) {
  return (
    <time
      dateTime={day}
      aria-current={isToday ? 'date' : undefined}
      className={classNames(
        'ms-0.5 flex size-6 items-center justify-center rounded-full text-xs tabular-nums',
        isToday ? 'bg-accent font-semibold text-on-accent' : isOutside && 'text-muted',
      )}
    >
      <span aria-hidden="true">{Number(day.slice(8))}</span>
      <span className="sr-only">{dayName.format(startOf(day))}</span>
    </time>
  )
}
