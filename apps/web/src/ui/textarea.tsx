import { Field as BaseField } from '@base-ui/react/field'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { controlClass } from './control-class.ts'

export interface TextareaProps extends Omit<ComponentProps<'textarea'>, 'className'> {
  readonly className?: string
}

/** Several lines; grows with its text. */
export function Textarea({ className, rows = 3, ...rest }: TextareaProps) {
  return (
    <BaseField.Control
      render={
        <textarea
          dir="auto"
          rows={rows}
          {...rest}
          className={classNames(
            controlClass,
            'field-sizing-content resize-none py-2.5 leading-relaxed',
            className,
          )}
        />
      }
    />
  )
}
