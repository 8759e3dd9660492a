import { classNames } from './class-names.ts'

export interface ProgressBarProps {
  readonly label: string
  /** Left out while it is not known how much there is to do. */
  readonly done?: number
  readonly total?: number
  readonly className?: string
}

export function ProgressBar({ label, done, total, className }: ProgressBarProps) {
  const known = done !== undefined && total !== undefined && total > 0
  const share = known ? Math.min(1, done / total) : undefined
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={known ? total : undefined}
      aria-valuenow={known ? done : undefined}
      className={classNames('h-1.5 overflow-hidden rounded-full bg-sunken', className)}
    >
      <div
        className={classNames(
          'h-full rounded-full bg-accent transition-[width]',
          share === undefined && 'w-1/3 animate-breathe',
        )}
        style={share === undefined ? undefined : { width: `${share * 100}%` }}
      />
    </div>
  )
}
