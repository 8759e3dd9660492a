import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { quietControl } from './quiet-control.ts'

export interface FontFieldProps {
  readonly label: string
  readonly value: string
  readonly sample: string
  readonly large?: boolean
  readonly onChange: (name: string) => void
}

/** A typeface by name, with how it sets a line where this computer has it. */
export function FontField({ label, value, sample, large = false, onChange }: FontFieldProps) {
  return (
    <div className="min-w-0">
      <Field label={label}>
        <Input
          className={quietControl}
          maxLength={80}
          placeholder="Name of the typeface"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      {value.trim() !== '' && (
        <p
          dir="auto"
          aria-hidden="true"
          className={`mt-2 truncate ${large ? 'text-2xl font-semibold' : 'text-base'}`}
          style={{ fontFamily: `"${value.replaceAll('"', '')}", var(--font-sans)` }}
        >
          {sample}
        </p>
      )}
    </div>
  )
}
