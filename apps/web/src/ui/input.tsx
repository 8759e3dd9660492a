import { Input as BaseInput } from '@base-ui/react/input'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { controlClass } from './control-class.ts'

export interface InputProps extends Omit<ComponentProps<'input'>, 'className' | 'defaultValue'> {
  readonly className?: string
  readonly defaultValue?: string
}

/** One line of text. Inside a {@link Field} it is tied to its label, hint and error. */
export function Input({ className, ...rest }: InputProps) {
  return <BaseInput dir="auto" {...rest} className={classNames(controlClass, 'h-10', className)} />
}
