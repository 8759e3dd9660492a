import { classNames } from './class-names.ts'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger' | 'quiet-danger' | 'chosen'
export type ButtonSize = 'sm' | 'md' | 'lg'

const base =
  'inline-flex items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap ' +
  'transition-colors select-none disabled:cursor-not-allowed disabled:opacity-50 ' +
  'aria-disabled:cursor-not-allowed aria-disabled:opacity-50'

const variants: Readonly<Record<ButtonVariant, string>> = {
  primary: 'bg-accent text-on-accent enabled:hover:bg-accent-hover [a]:hover:bg-accent-hover',
  secondary:
    'border border-line bg-surface text-ink shadow-low enabled:hover:bg-hover [a]:hover:bg-hover',
  ghost: 'text-ink enabled:hover:bg-hover [a]:hover:bg-hover',
  danger: 'bg-danger text-on-danger enabled:hover:bg-danger-hover',
  'quiet-danger':
    'border border-line bg-surface text-danger shadow-low enabled:hover:bg-danger-soft',
  // What has been decided: plainly so, and no longer asking for anything.
  chosen: 'border border-accent bg-accent-soft text-accent-ink',
}

const sizes: Readonly<Record<ButtonSize, string>> = {
  sm: 'h-10 px-3 text-sm md:h-8',
  md: 'h-10 px-4 text-sm',
  lg: 'h-12 px-5 text-base',
}

/** The look of a button, for links that stand where a button would. */
export function buttonClass(
  variant: ButtonVariant = 'secondary',
  size: ButtonSize = 'md',
  more?: string,
): string {
  return classNames(base, variants[variant], sizes[size], more)
}
