import { useState } from 'react'
import { Input } from '../../ui/input.tsx'
import { quietControl } from './quiet-control.ts'

export interface NameFieldProps {
  readonly id: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The name; it can be cleared while typing, and comes back when one leaves it empty. */
export function NameField({ id, value, onChange }: NameFieldProps) {
  const [isEmpty, setEmpty] = useState(false)
  return (
    <>
      <Input
        id={id}
        maxLength={80}
        aria-invalid={isEmpty || undefined}
        aria-describedby={isEmpty ? `${id}-error` : undefined}
        className={`text-xl font-semibold ${quietControl}`}
        value={isEmpty ? '' : value}
        onChange={(event) => {
          const name = event.target.value
          setEmpty(name.trim() === '')
          if (name.trim() !== '') onChange(name)
        }}
        onBlur={() => setEmpty(false)}
      />
      {isEmpty && (
        <p id={`${id}-error`} className="mt-1.5 text-sm text-danger">
          A brand needs a name.
        </p>
      )}
    </>
  )
}
