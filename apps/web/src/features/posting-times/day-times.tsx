import { Plus, X } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '../../ui/button.tsx'
import { CopyTimesMenu } from './copy-times-menu.tsx'
import { TimeEntry } from './time-entry.tsx'
import { type Weekday, weekdayNames } from './week-times.ts'

export interface DayTimesProps {
  readonly weekday: Weekday
  readonly times: readonly string[]
  /** What a further time begins with. */
  readonly suggested: string
  readonly mayChange: boolean
  /** No week holds more. */
  readonly isFull: boolean
  readonly onTimes: (times: readonly string[], what: string) => void
  readonly onCopy: (days: readonly Weekday[]) => void
}

/** One day of the week: its times, each of which can be changed or taken away, and another one. */
export function DayTimes(props: DayTimesProps) {
  const { weekday, times, suggested, mayChange, isFull, onTimes, onCopy } = props
  // The time that is being changed; `''`: a new one.
  const [entered, setEntered] = useState<string>()
  const row = useRef<HTMLLIElement>(null)
  const day = weekdayNames[weekday]

  function focus(selector: string): void {
    row.current?.querySelector<HTMLElement>(selector)?.focus()
  }

  function close(): void {
    const from = entered
    flushSync(() => setEntered(undefined))
    focus(from === '' || from === undefined ? '[data-add]' : `[data-time="${from}"]`)
  }

  function take(time: string): void {
    const from = entered
    const kept = times.filter((other) => other !== from)
    flushSync(() => {
      setEntered(undefined)
      if (time !== from) {
        const what = from === '' ? `${day}, ${time} added` : `${day}: ${from} is now ${time}`
        onTimes([...kept, time], what)
      }
    })
    focus(from === '' ? '[data-add]' : `[data-time="${time}"]`)
  }

  function remove(time: string): void {
    const at = times.indexOf(time)
    const next = times[at + 1] ?? times[at - 1]
    flushSync(() => onTimes(times.toSpliced(at, 1), `${day}, ${time} removed`))
    focus(next === undefined ? '[data-add]' : `[data-time="${next}"]`)
  }

  const refuse = (time: string) =>
    time !== entered && times.includes(time) ? `${day} has ${time} already.` : undefined
  const entry = (initial: string) => (
    <TimeEntry
      label={`Time on ${day}`}
      initial={initial}
      submit={entered === '' ? 'Add' : 'Change'}
      refuse={refuse}
      onTime={take}
      onClose={close}
    />
  )

  return (
    <li
      ref={row}
      aria-label={day}
      className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 py-2.5 sm:grid-cols-[6.5rem_minmax(0,1fr)_auto]"
    >
      <h3 className="flex min-h-10 items-center text-sm font-medium md:min-h-9">{day}</h3>
      <div className="flex min-h-10 flex-wrap items-center gap-1.5 max-sm:col-span-2 max-sm:row-start-2 md:min-h-9">
        {times.map((time) =>
          time === entered ? (
            <div key={time}>{entry(time)}</div>
          ) : (
            <TimeChip
              key={time}
              day={day}
              time={time}
              mayChange={mayChange}
              onChange={() => setEntered(time)}
              onRemove={() => remove(time)}
            />
          ),
        )}
        {times.length === 0 && entered === undefined && (
          <span className="me-1 text-sm text-muted">Nothing</span>
        )}
        {entered === '' && entry(suggested)}
        {mayChange && entered !== '' && (
          <Button
            data-add
            size="sm"
            variant="ghost"
            aria-label={`Add a time on ${day}`}
            disabled={isFull}
            icon={<Plus size={16} aria-hidden="true" />}
            onClick={() => setEntered('')}
          >
            Add
          </Button>
        )}
      </div>
      {mayChange && (
        <CopyTimesMenu
          weekday={weekday}
          hasTimes={times.length > 0}
          onCopy={onCopy}
          onClear={() => {
            flushSync(() => onTimes([], `${day} cleared`))
            focus('[data-add]')
          }}
        />
      )}
    </li>
  )
}

interface TimeChipProps {
  readonly day: string
  readonly time: string
  readonly mayChange: boolean
  readonly onChange: () => void
  readonly onRemove: () => void
}

function TimeChip({ day, time, mayChange, onChange, onRemove }: TimeChipProps) {
  if (!mayChange) {
    return (
      <span className="inline-flex h-9 items-center rounded-md bg-sunken px-3 text-sm tabular-nums">
        {time}
      </span>
    )
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return
    event.preventDefault()
    onRemove()
  }

  return (
    <span className="inline-flex h-10 items-stretch rounded-md border border-line bg-surface text-sm transition-colors hover:border-line-strong md:h-9">
      <button
        type="button"
        data-time={time}
        aria-label={`${day}, ${time}: change`}
        aria-keyshortcuts="Delete"
        onClick={onChange}
        onKeyDown={onKeyDown}
        className="rounded-s-md ps-3 pe-1 tabular-nums hover:text-accent-ink"
      >
        {time}
      </button>
      <button
        type="button"
        aria-label={`Remove ${day}, ${time}`}
        onClick={onRemove}
        className="flex w-9 items-center justify-center rounded-e-md text-muted hover:bg-hover hover:text-ink md:w-7"
      >
        <X size={14} aria-hidden="true" />
      </button>
    </span>
  )
}
