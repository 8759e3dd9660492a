import { Field as BaseField } from '@base-ui/react/field'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface FieldProps {
  readonly label: string
  /** Keeps the label for those who hear the page only. */
  readonly labelHidden?: boolean
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** Stands at the end of the label's line: a count, a link. */
  readonly aside?: ReactNode
  readonly children: ReactNode
  readonly className?: string
}

/** A control with its label, hint and error, tied together for assistive technology. */
export function Field({
  label,
  labelHidden = false,
  hint,
  error,
  aside,
  children,
  className,
}: FieldProps) {
  return (
    <BaseField.Root invalid={error !== undefined} className={classNames('min-w-0', className)}>
      <div
        className={classNames(
          labelHidden ? 'sr-only' : 'mb-1.5 flex items-baseline justify-between gap-3',
        )}
      >
        <BaseField.Label className="text-sm font-medium">{label}</BaseField.Label>
        {aside !== undefined && <span className="text-xs text-muted">{aside}</span>}
      </div>
      {children}
      {hint !== undefined && (
        <BaseField.Description className="mt-1.5 text-sm text-muted">{hint}</BaseField.Description>
      )}
      {error !== undefined && (
        <BaseField.Error match role="alert" className="mt-1.5 text-sm text-danger">
          {error}
        </BaseField.Error>
      )}
    </BaseField.Root>
  )
}
