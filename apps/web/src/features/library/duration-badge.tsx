import { Play } from 'lucide-react'
import { durationText } from './duration-text.ts'

export interface DurationBadgeProps {
  readonly durationMs: number
  /** Where there is little room: without the triangle. */
  readonly compact?: boolean
}

/** Says at the corner of a tile that it is a video, and how long it lasts. */
export function DurationBadge({ durationMs, compact = false }: DurationBadgeProps) {
  return (
    <span className="pointer-events-none absolute end-1.5 bottom-1.5 inline-flex whitespace-nowrap items-center gap-1 rounded-sm bg-surface/90 px-1.5 text-xs font-medium text-ink tabular-nums shadow-low">
      {!compact && <Play size={10} fill="currentColor" aria-hidden="true" />}
      <span className="sr-only">Video, </span>
      {durationText(durationMs)}
    </span>
  )
}
