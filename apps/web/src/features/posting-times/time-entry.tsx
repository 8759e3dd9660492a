import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { controlClass } from '../../ui/control-class.ts'

export interface TimeEntryProps {
  /** Of the box: `Time on Monday`. */
  readonly label: string
  readonly initial: string
  readonly submit: string
  /** Why this time cannot be taken. */
  readonly refuse: (time: string) => string | undefined
  readonly onTime: (time: string) => void
  readonly onClose: () => void
}

/** A time to fill in: Enter takes it, Escape leaves all as it was. */
export function TimeEntry({ label, initial, submit, refuse, onTime, onClose }: TimeEntryProps) {
  const [time, setTime] = useState(initial)
  const [error, setError] = useState<string>()

  function take(event: FormEvent): void {
    event.preventDefault()
    const refused = time === '' ? 'Fill in a time.' : refuse(time)
    setError(refused)
    if (refused === undefined) onTime(time)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }

  return (
    <form
      noValidate
      onSubmit={take}
      onKeyDown={onKeyDown}
      className="flex max-w-full flex-wrap items-center gap-1.5"
    >
      <input
        type="time"
        aria-label={label}
        aria-invalid={error !== undefined}
        // biome-ignore lint/a11y/noAutofocus: it stands where a button was just pressed for it.
        autoFocus
        value={time}
        onChange={({ target }) => setTime(target.value)}
        className={`${controlClass} h-10 w-28! tabular-nums md:h-9`}
      />
      <Button type="submit" size="sm" variant="primary">
        {submit}
      </Button>
      <Button size="sm" variant="ghost" onClick={onClose}>
        Cancel
      </Button>
      {error !== undefined && (
        <p role="alert" className="basis-full text-sm text-danger">
          {error}
        </p>
      )}
    </form>
  )
}
