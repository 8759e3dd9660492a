import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { controlClass } from './control-class.ts'
import { useFieldControl } from './field-context.ts'

export type InputProps = ComponentProps<'input'>

/** One line of text. Inside a {@link Field} it is tied to its label, hint and error. */
export function Input({ className, ...rest }: InputProps) {
  return (
    <input
      dir="auto"
      {...rest}
      {...useFieldControl()}
      className={classNames(controlClass, 'h-10', className)}
    />
  )
}
