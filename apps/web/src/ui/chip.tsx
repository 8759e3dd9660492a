import { X } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

export interface ChipProps extends Omit<ComponentProps<'button'>, 'type'> {
  readonly selected: boolean
}

/** A word that can be switched on and off. */
export function Chip({ selected, className, ...rest }: ChipProps) {
  return (
    <button
      {...rest}
      type="button"
      aria-pressed={selected}
      className={classNames(
        'inline-flex h-10 items-center gap-1.5 rounded-full border px-3.5 md:h-8 md:px-3 text-sm transition-colors',
        'disabled:cursor-not-allowed disabled:opacity-50',
        selected
          ? 'border-accent bg-accent-soft font-medium text-accent-ink'
          : 'border-line bg-surface text-ink hover:border-line-strong',
        className,
      )}
    />
  )
}

export interface TagProps {
  readonly children: string
  readonly onRemove?: () => void
}

/** A word that belongs to something; with a cross where it can be taken away. */
export function Tag({ children, onRemove }: TagProps) {
  return (
    <span className="inline-flex min-h-8 max-w-full items-center gap-1 rounded-full bg-sunken ps-3 pe-3 text-sm has-[button]:pe-1">
      <span dir="auto" className="min-w-0 py-1">
        {children}
      </span>
      {onRemove !== undefined && (
        <button
          type="button"
          aria-label={`Remove ${children}`}
          onClick={onRemove}
          className="hit-area inline-flex size-6 shrink-0 items-center justify-center rounded-full text-muted hover:bg-hover hover:text-ink"
        >
          <X size={14} aria-hidden="true" />
        </button>
      )}
    </span>
  )
}
