import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { instantOf, localTimeOf } from './local-time.ts'

export interface TimeChoiceProps {
  /** The past instant that is shown; absent: now. */
  readonly at: string | undefined
  readonly onChoose: (at: string | undefined) => void
}

/** Lets one look at another moment. Remount it, by a key, where `at` changes from outside. */
export function TimeChoice({ at, onChoose }: TimeChoiceProps) {
  const [text, setText] = useState(() => fieldOf(at))
  const [error, setError] = useState<string>()

  function choose(): void {
    const instant = instantOf(text)
    const wrong = wrongWith(instant)
    setError(wrong)
    if (wrong === undefined) onChoose(instant?.toISOString())
  }

  return (
    <form
      noValidate
      className="flex flex-wrap items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        choose()
      }}
    >
      <div className="flex w-full items-start gap-2 sm:w-auto">
        <Field label="As it was on" error={error} className="grow sm:w-64 sm:grow-0">
          <Input
            type="datetime-local"
            dir="ltr"
            value={text}
            max={localTimeOf(new Date())}
            onChange={(event) => setText(event.target.value)}
            className="tabular-nums"
          />
        </Field>
        {/* Beside the box, whatever is said below it. */}
        <Button type="submit" className="mt-[1.6875rem]">
          Show
        </Button>
      </div>
      {at !== undefined && (
        <Button variant="ghost" className="sm:mt-[1.6875rem]" onClick={() => onChoose(undefined)}>
          Back to now
        </Button>
      )}
    </form>
  )
}

function wrongWith(instant: Date | undefined): string | undefined {
  if (instant === undefined) return 'Choose a day and a time.'
  return instant > new Date() ? 'This time is still to come. Choose an earlier one.' : undefined
}

function fieldOf(at: string | undefined): string {
  const instant = at === undefined ? new Date() : new Date(at)
  return Number.isNaN(instant.getTime()) ? '' : localTimeOf(instant)
}
