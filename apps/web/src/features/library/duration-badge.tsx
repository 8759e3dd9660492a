import { Play } from 'lucide-react'
import { classNames } from '../../ui/class-names.ts'
import { durationText } from './duration-text.ts'

export interface DurationBadgeProps {
  readonly durationMs: number
  readonly className?: string
}

/** Says at the corner of a tile that it is a video, and how long it lasts. */
export function DurationBadge({ durationMs, className }: DurationBadgeProps) {
  return (
    <span
      className={classNames(
        'pointer-events-none absolute end-1.5 bottom-1.5 inline-flex items-center gap-1 rounded-sm bg-surface/90 px-1.5 py-0.5 text-xs font-medium text-ink tabular-nums shadow-low',
        className,
      )}
    >
      <Play size={10} fill="currentColor" aria-hidden="true" />
      <span className="sr-only">Video, </span>
      {durationText(durationMs)}
    </span>
  )
}
