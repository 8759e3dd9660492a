import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { tooLong } from '../../ui/over-limit.ts'
import { Textarea } from '../../ui/textarea.tsx'

interface WrittenFieldProps {
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}

export interface CreditsFieldProps extends WrittenFieldProps {
  readonly hint?: string
}

/** A whole number of credits, as it is written. */
export function CreditsField({ value, error, hint, onChange }: CreditsFieldProps) {
  return (
    <Field label="Credits" error={error} hint={hint}>
      <Input
        inputMode="numeric"
        autoComplete="off"
        value={value}
        className="tabular-nums"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  )
}

export interface ReasonFieldProps extends WrittenFieldProps {
  readonly label?: string
  readonly hint?: string
}

const reasonMax = 300

/** Why an operator does something. */
export function ReasonField(props: ReasonFieldProps) {
  const { label = 'Reason', hint = 'The customer can read it.', value, error, onChange } = props
  return (
    <Field label={label} error={error} hint={hint}>
      <Textarea
        rows={2}
        limit={reasonMax}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  )
}

/** The number that is meant; nothing where it is none from 1 to `max`. */
export function wholeNumber(text: string, max = 100_000): number | undefined {
  const number = /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= max ? number : undefined
}

/** What is wrong with a reason. */
export function wrongReason(reason: string): string | undefined {
  if (reason.trim().length < 3) return 'Say why, in a few words.'
  return tooLong('reason', reason, reasonMax)
}
