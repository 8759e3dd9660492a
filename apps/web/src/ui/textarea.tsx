import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { controlClass } from './control-class.ts'
import { useFieldControl } from './field-context.ts'

export type TextareaProps = ComponentProps<'textarea'>

/** Several lines; grows with its text. */
export function Textarea({ className, rows = 3, ...rest }: TextareaProps) {
  return (
    <textarea
      dir="auto"
      rows={rows}
      {...rest}
      {...useFieldControl()}
      className={classNames(
        controlClass,
        'field-sizing-content resize-none py-2.5 leading-relaxed',
        className,
      )}
    />
  )
}
