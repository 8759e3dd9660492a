import type { ComponentProps, ReactElement } from 'react'
import { classNames } from './class-names.ts'
import { Tooltip } from './tooltip.tsx'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'children'> {
  /** Says what it does; read aloud and shown on hover. */
  readonly label: string
  readonly icon: ReactElement
  readonly size?: 'sm' | 'md'
}

export function IconButton({ label, icon, size = 'md', className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <button
        {...rest}
        type="button"
        aria-label={label}
        className={classNames(
          'inline-flex shrink-0 items-center justify-center rounded-md text-muted transition-colors',
          'enabled:hover:bg-hover enabled:hover:text-ink disabled:opacity-50 aria-pressed:text-accent-ink',
          size === 'sm' ? 'size-10 md:size-8' : 'size-10',
          className,
        )}
      >
        {icon}
      </button>
    </Tooltip>
  )
}
