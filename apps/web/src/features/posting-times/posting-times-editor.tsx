import type { PostingSlots } from '@rheos/contract'
import { CalendarClock } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useSetPostingSlots } from '../../api/posting-slots.ts'
import { useFreeSlots } from '../../api/publishing.ts'
import { useAutosave } from '../../api/use-autosave.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { toast } from '../../ui/toast.ts'
import { wallTimeText } from '../calendar/moment-text.ts'
import { countText } from '../count-text.ts'
import { LeaveQuestion } from '../leave-question.tsx'
import { zoneOptions } from '../publishing/zone-options.ts'
import { SaveMark } from '../save-mark.tsx'
import { DayTimes } from './day-times.tsx'
import {
  type Slots,
  slotsMax,
  suggestedTime,
  timesOn,
  usualSlots,
  type Weekday,
  weekdayNames,
  weekdays,
  withTimes,
} from './week-times.ts'

export interface PostingTimesEditorProps {
  readonly brandId: string
  /** As the server has them when the page opens. */
  readonly set: PostingSlots
  readonly mayChange: boolean
}

/** A brand's week: every change is shown at once, saved soon after, and can be taken back. */
export function PostingTimesEditor({ brandId, set, mayChange }: PostingTimesEditorProps) {
  const { week, saving, change } = useWeek(brandId, set)
  const { timeZone, slots } = week
  const zones = useMemo(() => zoneOptions(timeZone), [timeZone])

  const changeSlots = (next: Slots, what: string) => change({ timeZone, slots: next }, what)

  return (
    <>
      <LeaveQuestion saving={saving} />
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <Field label="Time zone" className="w-full max-w-xs">
          <Select
            value={timeZone}
            options={zones}
            disabled={!mayChange}
            onChange={(zone) =>
              change(
                { timeZone: zone, slots },
                `Times are now those of ${zone.replaceAll('_', ' ')}`,
              )
            }
          />
        </Field>
        <SaveMark saving={saving} />
      </div>
      {slots.length === 0 && mayChange ? (
        <NoTimes onUsual={() => changeSlots(usualSlots, 'Usual times set')} />
      ) : (
        <Summary
          brandId={brandId}
          week={week}
          isSaved={['clean', 'saved'].includes(saving.state)}
        />
      )}
      <ul className="mt-2 divide-y divide-line">
        {weekdays.map((weekday) => (
          <DayTimes
            key={weekday}
            weekday={weekday}
            times={timesOn(slots, weekday)}
            suggested={suggestedTime(slots, weekday)}
            mayChange={mayChange}
            isFull={slots.length >= slotsMax}
            onTimes={(times, what) => changeSlots(withTimes(slots, [weekday], times), what)}
            onCopy={(days) =>
              changeSlots(withTimes(slots, days, timesOn(slots, weekday)), copied(weekday, days))
            }
          />
        ))}
      </ul>
    </>
  )
}

/** What the page shows of the week, ahead of what is saved, and the way back from each change. */
function useWeek(brandId: string, set: PostingSlots) {
  const { mutateAsync } = useSetPostingSlots(brandId)
  const [week, setWeek] = useState(set)
  const newest = useRef(set)
  const saving = useAutosave<PostingSlots>((wanted) => mutateAsync(wanted))

  function put(next: PostingSlots): void {
    newest.current = next
    setWeek(next)
    saving.change(next)
  }

  function change(next: PostingSlots, what: string): void {
    const before = newest.current
    put(next)
    toast({
      title: what,
      action: { label: 'Undo', onPress: () => put(before) },
      id: 'posting-times',
    })
  }

  return { week, saving, change }
}

function copied(weekday: Weekday, days: readonly Weekday[]): string {
  const to = days.length === 1 ? weekdayNames[days[0] ?? weekday] : `${days.length} other days`
  return `${weekdayNames[weekday]} copied to ${to}`
}

interface SummaryProps {
  readonly brandId: string
  readonly week: PostingSlots
  readonly isSaved: boolean
}

/** How often that is, and what comes first. */
function Summary({ brandId, week, isSaved }: SummaryProps) {
  const next = useFreeSlots(brandId, week.timeZone, 1).data?.[0]
  if (week.slots.length === 0) return <p className="text-sm text-muted">No posting times yet.</p>
  return (
    <p className="text-sm text-muted">
      {countText(week.slots.length, 'time')} a week
      {next !== undefined && isSaved && (
        <>
          {' · '}next free: <span className="text-ink">{wallTimeText(next.wallTime)}</span>
        </>
      )}
    </p>
  )
}

function NoTimes({ onUsual }: { readonly onUsual: () => void }) {
  return (
    <EmptyState
      icon={<CalendarClock size={32} strokeWidth={1.5} aria-hidden="true" />}
      title="No posting times yet"
      action={
        <Button variant="primary" onClick={onUsual}>
          Use these times
        </Button>
      }
    >
      Many begin with Monday to Friday at 09:00, 12:30 and 17:00. Or add a time to a day below.
    </EmptyState>
  )
}
