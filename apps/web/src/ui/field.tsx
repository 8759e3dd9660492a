import { isValidElement, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import { FieldContext, type FieldControl } from './field-context.ts'

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
export function Field(props: FieldProps) {
  const { label, labelHidden = false, hint, error, aside, children, className } = props
  const made = useId()
  // A control with an id of its own, by which the page finds it, keeps it.
  const id = (isValidElement<{ id?: string }>(children) && children.props.id) || made
  const hintId = hint === undefined ? undefined : `${id}-hint`
  const errorId = error === undefined ? undefined : `${id}-error`
  const describedBy = classNames(errorId, hintId)
  const control: FieldControl = {
    id,
    ...(describedBy !== '' && { 'aria-describedby': describedBy }),
    ...(error !== undefined && { 'aria-invalid': true }),
  }
  return (
    <div className={classNames('min-w-0', className)}>
      <div className={labelHidden ? 'sr-only' : 'mb-1.5 flex items-baseline justify-between gap-3'}>
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {aside !== undefined && <span className="text-xs text-muted">{aside}</span>}
      </div>
      <FieldContext value={control}>{children}</FieldContext>
      {hint !== undefined && (
        <p id={hintId} className="mt-1.5 text-sm text-muted">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={errorId} role="alert" className="mt-1.5 text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  )
}
