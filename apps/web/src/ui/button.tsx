import type { ComponentProps, ReactNode } from 'react'
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class.ts'
import { Spinner } from './spinner.tsx'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  readonly icon?: ReactNode
  /** What pressing it costs, told after the label: `5 credits`, `free`. */
  readonly price?: ReactNode
  /** At work: cannot be pressed again, keeps its width. */
  readonly loading?: boolean
  readonly type?: 'button' | 'submit'
}

export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  price,
  loading = false,
  type = 'button',
  disabled = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || loading}
      aria-busy={loading || undefined}
      className={buttonClass(variant, size, className)}
    >
      {loading ? <Spinner /> : icon}
      {children}
      {price !== undefined && <PriceTag>{price}</PriceTag>}
    </button>
  )
}

function PriceTag({ children }: { readonly children: ReactNode }) {
  return (
    <span className="ms-0.5 border-s border-current/30 ps-2.5 font-normal tabular-nums">
      {children}
    </span>
  )
}
