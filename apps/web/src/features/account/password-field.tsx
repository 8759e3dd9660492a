import { Eye, EyeOff } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'

export interface PasswordFieldProps {
  readonly label?: string
  readonly name?: string
  readonly autoComplete: 'current-password' | 'new-password'
  readonly hint?: ReactNode
  readonly error: string | undefined
  readonly autoFocus?: boolean
  readonly aside?: ReactNode
}

/** The server's own limit; said before the form is sent. */
const lengthMin = 10

export function PasswordField(props: PasswordFieldProps) {
  const { label = 'Password', name = 'password', autoComplete, error, aside } = props
  const [shown, setShown] = useState(false)
  const isNew = autoComplete === 'new-password'
  return (
    <Field
      label={label}
      error={error}
      aside={aside}
      hint={props.hint ?? (isNew ? `At least ${lengthMin} characters.` : undefined)}
    >
      <div className="relative">
        <Input
          type={shown ? 'text' : 'password'}
          name={name}
          dir="ltr"
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          required
          minLength={isNew ? lengthMin : undefined}
          autoFocus={props.autoFocus}
          className="pe-11"
        />
        <button
          type="button"
          aria-label={shown ? 'Hide the password' : 'Show the password'}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className="absolute end-0 top-0 inline-flex size-10 items-center justify-center rounded-sm text-muted hover:bg-hover hover:text-ink"
        >
          {shown ? <EyeOff size={16} aria-hidden="true" /> : <Eye size={16} aria-hidden="true" />}
        </button>
      </div>
    </Field>
  )
}
