import { type ComponentProps, useId } from 'react'
import { classNames } from './class-names.ts'
import { controlClass } from './control-class.ts'
import { useFieldControl } from './field-context.ts'
import { overLimit } from './over-limit.ts'

export interface TextareaProps extends Omit<ComponentProps<'textarea'>, 'maxLength' | 'value'> {
  readonly value: string
  /** How many characters are taken; more can be put in, none is cut, and it is said. */
  readonly limit?: number | undefined
}

/** Several lines; grows with its text until it scrolls. */
export function Textarea({ className, rows = 3, limit, ...rest }: TextareaProps) {
  const control = useFieldControl()
  const noteId = useId()
  const over = overLimit(rest.value, limit)
  const describedBy = classNames(
    over && noteId,
    control['aria-describedby'] ?? rest['aria-describedby'],
  )
  return (
    <>
      <textarea
        dir="auto"
        rows={rows}
        {...rest}
        {...control}
        {...(over !== undefined && { 'aria-invalid': true })}
        aria-describedby={describedBy || undefined}
        className={classNames(
          controlClass,
          'field-sizing-content max-h-[45dvh] resize-none overflow-y-auto py-2.5 leading-relaxed',
          className,
        )}
      />
      {over !== undefined && (
        <p id={noteId} role="alert" className="mt-1.5 text-sm text-warning tabular-nums">
          {over}
        </p>
      )}
    </>
  )
}
